import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Explained, step } from './log.mjs';
import { cache, root } from './paths.mjs';
import { must, npm } from './run.mjs';

const MINIMUM = [22, 12];
const VERSION = '24.21.0';

const os = process.platform === 'win32' ? 'win' : process.platform;
const packageName = `node-${os}-${process.arch}`;
const packageFolder = join(cache, 'node', 'node_modules', packageName);

/** @typedef {{ program: string, version: string, env: NodeJS.ProcessEnv }} Node */

/**
 * The Node that every tool runs on: this one when it is new enough, else one that npm delivers into .cache/node.
 * @returns {Promise<Node>} `env` has its folder first on the PATH
 */
export async function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const recent = major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
  if (recent) return describe(process.execPath, process.versions.node);
  return describe(programIn(await ensureNodePackage()), VERSION);
}

/**
 * Folder of the Node package, installed when missing. It also carries the C headers, so that building a native
 * module downloads nothing.
 */
export async function ensureNodePackage() {
  if (existsSync(programIn(packageFolder))) return packageFolder;
  await step(`Getting Node ${VERSION} from npm (this machine has ${process.versions.node})`, async () => {
    mkdirSync(join(cache, 'node'), { recursive: true });
    const { program, args } = npm(process.execPath);
    const install = [
      'install',
      '--prefix',
      join(cache, 'node'),
      '--no-fund',
      '--no-audit',
      `${packageName}@${VERSION}`,
    ];
    await must('Getting Node', program, [...args, ...install], {
      cwd: root,
      hint: `Either the npm registry can't be reached, or it has no ${packageName}. Install Node ${MINIMUM.join('.')} or later yourself and try again.`,
    });
  });
  if (!existsSync(programIn(packageFolder)))
    throw new Explained(`npm reported success, but ${packageFolder} has no Node.`);
  return packageFolder;
}

/** @param {string} folder */
function programIn(folder) {
  return os === 'win' ? join(folder, 'bin', 'node.exe') : join(folder, 'bin', 'node');
}

/** @param {string} program @param {string} version @returns {Node} */
function describe(program, version) {
  const env = { ...process.env };
  // Windows spells it `Path`; two spellings in one environment would leave it to chance which one counts.
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  env[name] = [dirname(program), env[name]].filter(Boolean).join(delimiter);
  return { program, version, env };
}
