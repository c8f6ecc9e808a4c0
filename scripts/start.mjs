// npm start: installs what is missing, builds and opens the app. Arguments after `--` go to the app, for example
// `npm start -- --data-dir=/tmp/desk --lang=de`. `--demo` opens a demo organisation instead.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDemo } from './lib/demo.mjs';
import { hasDisplay, withDisplay } from './lib/display.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command, say } from './lib/log.mjs';
import { root } from './lib/paths.mjs';

/** @param {import('./lib/ensure-setup.mjs').Setup} setup @param {string[]} args @param {NodeJS.ProcessEnv} env */
function open(setup, args, env) {
  const appArgs = [...setup.switches, root, ...args];
  if (hasDisplay) return supervise(setup.electron.program, appArgs, env);
  say('No display here: the app opens on a virtual one.');
  const opener = join(root, 'scripts', 'lib', 'open-unseen.mjs');
  return supervise(setup.node, [opener, setup.electron.program, ...appArgs], env);
}

/**
 * Runs the app until it ends or the person stops it. It gets a process group of its own, so that Ctrl-C doesn't hit
 * its helper processes: we pass on one signal and it closes in order.
 * @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code
 */
function supervise(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      cwd: root,
      stdio: 'inherit',
      detached: process.platform !== 'win32',
    });
    let asked = false;
    const ask = () => {
      asked = true;
      child.kill('SIGTERM');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
    child.on('error', reject);
    child.on('exit', (code) => resolve(asked ? 0 : (code ?? 1)));
  });
}

await command(async () => {
  const args = process.argv.slice(2);
  const setup = await ensureSetup();
  await ensureBuild(setup);
  const own = args.filter((arg) => arg !== '--demo');
  if (args.includes('--demo')) own.unshift(`--data-dir=${await ensureDemo(setup)}`);
  return withDisplay(setup.env, (env) => open(setup, own, env));
});
