import { spawn } from 'node:child_process';
import { Explained } from './log.mjs';
import { hasDisplay } from './system.mjs';

export { hasDisplay };

/**
 * Runs something that opens windows: on the screen that is there, else on a virtual one.
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets the environment that leads to the screen
 * @returns {Promise<T>}
 */
export async function withDisplay(env, work) {
  if (hasDisplay) return work(env);
  const screen = await startScreen();
  try {
    return await work({ ...env, DISPLAY: screen.name });
  } finally {
    screen.stop();
  }
}

/** @returns {Promise<{ name: string, stop: () => void }>} */
function startScreen() {
  return new Promise((resolve, reject) => {
    // In a process group of its own, so that Ctrl-C reaches us first and the app can close its windows before their
    // screen goes. It picks a free number and tells it through the fourth stream.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const stop = () => void server.kill();
    process.once('exit', stop);
    let number = '';
    let complaint = '';
    server.stderr?.on('data', (chunk) => (complaint += chunk));
    server.stdio[3]?.on('data', (chunk) => {
      number += chunk;
      if (number.endsWith('\n')) resolve({ name: `:${number.trim()}`, stop });
    });
    server.on('error', reject);
    server.on('exit', () =>
      reject(new Explained(`No virtual screen could be started (Xvfb): ${complaint.trim()}`)),
    );
    server.unref();
  });
}
