import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { step } from './log.mjs';
import { ensureNodePackage } from './node.mjs';
import { cache, root } from './paths.mjs';
import { must } from './run.mjs';
import { ensureBuildTools } from './system.mjs';

/**
 * @typedef {object} Native
 * @property {string} name
 * @property {string[]} args for node-gyp
 * @property {string} cxxflags
 * @property {string} built where node-gyp leaves the module
 * @property {string} loaded where the package looks for it first
 */

/** @type {Native[]} the modules that ship a binary too new for the fallback, and how to build one that it loads */
const NATIVE = [
  {
    name: 'argon2',
    args: ['--napi_build_version=8'],
    cxxflags: '',
    built: 'build/Release/argon2.node',
    loaded: 'build/Release/argon2.node',
  },
  {
    name: 'better-sqlite3',
    args: ['--force_build=1'],
    cxxflags:
      '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NO_WARNING -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    built: 'build/Release/better_sqlite3.node',
    loaded: 'prebuilds/linux-x64.node',
  },
];

const folder = join(cache, 'native');

/**
 * The fallback Electron speaks Node-API 9, while the shipped binaries want 10. One that is built for 9 runs in it and
 * in every newer Node. Built once and kept outside node_modules, which `npm ci` empties.
 * @param {import('./node.mjs').Node} node
 */
export async function ensureNativeModules(node) {
  for (const module of NATIVE) {
    const kept = keptFile(module);
    if (!existsSync(kept)) await build(node, module, kept);
    place(kept, join(root, 'node_modules', module.name, module.loaded));
  }
}

/** @param {Native} module */
function keptFile({ name, args, cxxflags }) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const flags = createHash('sha256')
    .update(JSON.stringify([args, cxxflags]))
    .digest('hex')
    .slice(0, 12);
  return join(folder, `${name}-${version}-${flags}.node`);
}

/** @param {import('./node.mjs').Node} node @param {Native} module @param {string} kept */
async function build(node, { name, args, cxxflags, built }, kept) {
  await ensureBuildTools();
  const headers = await ensureNodePackage();
  await step(`Building ${name} for the fallback Electron (once; up to four minutes)`, async () => {
    // In a copy inside the checkout, so that a build that fails leaves node_modules as it was and still finds headers there.
    const work = join(folder, 'build', name);
    rmSync(work, { recursive: true, force: true });
    cpSync(join(root, 'node_modules', name), work, { recursive: true });
    const gyp = join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const rebuild = ['rebuild', '--release', ...args, `--nodedir=${headers}`, '-j', 'max'];
    await must(`Building ${name}`, node.program, [gyp, ...rebuild], {
      cwd: work,
      env: { ...withoutNpmSettings(node.env), CXXFLAGS: cxxflags },
    });
    place(join(work, built), kept);
    rmSync(work, { recursive: true, force: true });
  });
}

/**
 * node-gyp lets npm's settings in the environment win over its own command line.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutNpmSettings(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_config_/i.test(name)));
}

/**
 * Replaces the file in one move: a process that has the old one loaded keeps it, where overwriting would crash it.
 * @param {string} from @param {string} to
 */
function place(from, to) {
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, `${to}.new`);
  renameSync(`${to}.new`, to);
}
