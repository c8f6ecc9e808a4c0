// Opens the app where nobody can see it, saves a picture of its first screen and stays until it is closed or stopped.
// Called by start.mjs under the Node that Playwright needs: open-unseen.mjs <electron> <arguments…>
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron } from '@playwright/test';
import { command, say } from './log.mjs';
import { cache } from './paths.mjs';

// What Chromium says on a machine without a desktop, and Node about being driven; nothing a person could act on.
const noise = /bus\.cc|viz_main_impl|Debugger|DevTools listening|For help, see|^$/;

const [executablePath, ...args] = process.argv.slice(2);

await command(async () => {
  const app = await _electron.launch({
    executablePath,
    args,
    env: definedOnly(process.env),
    timeout: 60_000,
  });
  createInterface({ input: /** @type {import('node:stream').Readable} */ (app.process().stderr) }).on(
    'line',
    (line) => noise.test(line) || say(line),
  );
  let closing = false;
  const closed = new Promise((resolve) => app.once('close', () => resolve(undefined)));
  const close = () => {
    closing = true;
    app.close().catch(() => app.process().kill('SIGKILL'));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, close);

  try {
    const window = await app.firstWindow();
    await window.waitForLoadState('load');
    // The first screen is drawn once it has something that a person can press.
    await window.getByRole('button').first().waitFor();
    const file = join(cache, 'first-screen.png');
    mkdirSync(cache, { recursive: true });
    await window.screenshot({ path: file, animations: 'disabled' });
    say(`The app is open. A picture of its first screen: ${file}\nCtrl-C closes it.`);
  } catch (error) {
    if (!closing) say(`The app is open, but no picture could be taken: ${error}\nCtrl-C closes it.`);
  }
  await closed;
  say('The app is closed.');
});

/** @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
function definedOnly(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
