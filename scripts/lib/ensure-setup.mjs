import { ensureElectron, sandboxSwitches } from './electron.mjs';
import { ensurePackages } from './install.mjs';
import { withLock } from './lock.mjs';
import { ensureNativeModules } from './native.mjs';
import { ensureNode } from './node.mjs';
import { ensureSystemLibraries } from './system.mjs';

/**
 * @typedef {object} Setup
 * @property {string} node the Node to run tools with
 * @property {NodeJS.ProcessEnv} env for every child: that Node first on the PATH, and where Electron is
 * @property {import('./electron.mjs').Electron} electron
 * @property {string[]} switches that Electron needs on this machine
 */

/**
 * Brings the checkout to where everything runs; what is there already is left alone, so a second time takes a moment.
 * @param {{ retryElectron?: boolean }} [options]
 * @returns {Promise<Setup>}
 */
export async function ensureSetup({ retryElectron = false } = {}) {
  return withLock('set-up', async () => {
    await ensureSystemLibraries();
    const node = await ensureNode();
    await ensurePackages(node);
    const electron = await ensureElectron(node, { retry: retryElectron });
    if (electron.fallback) await ensureNativeModules(node);
    const switches = sandboxSwitches();
    const env = {
      ...node.env,
      // The first is electron-vite's name for it; the others are read by test/e2e/support/electron.ts and the tour.
      ELECTRON_EXEC_PATH: electron.program,
      ATRIUM_ELECTRON: electron.program,
      ATRIUM_ELECTRON_SWITCHES: switches.join(' '),
    };
    return { node: node.program, env, electron, switches };
  });
}
