import { spawn, spawnSync } from 'node:child_process';
import { Explained } from './log.mjs';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 */

/**
 * Runs a program with its output on our own terminal, and stays until it ends: Ctrl-C reaches it by itself, as it is of
 * our process group; a signal sent to us alone is passed on.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} exit code; 1 when a signal ended it
 */
export function show(program, args, { env = process.env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, cwd, stdio: 'inherit' });
    const release = passOn(child);
    child.on('error', reject);
    child.on('close', (code) => {
      release();
      resolve(code ?? 1);
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child @returns {() => void} ends it */
function passOn(child) {
  const wait = () => undefined;
  const terminate = () => void child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', terminate).on('SIGHUP', terminate);
  return () => void process.off('SIGINT', wait).off('SIGTERM', terminate).off('SIGHUP', terminate);
}

/**
 * Runs a program in silence and keeps what it printed.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} stdout and stderr in the order they came
 */
export function capture(program, args, { env = process.env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const plain = { ...env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(program, args, { env: plain, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program that must succeed; its output is shown only when it doesn't.
 * @param {string} what what failed, in words
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions & { hint?: string }} [options]
 */
export async function must(what, program, args, { hint, ...options } = {}) {
  const { code, output } = await capture(program, args, options);
  if (code !== 0) {
    const tail = output.trimEnd().split('\n').slice(-40).join('\n');
    throw new Explained(`${tail}\n\n${what} failed (${program} ended with ${code}).`, hint);
  }
  return output;
}

/** @param {string} program @returns {boolean} whether the program is on the PATH */
export function onPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const found = spawnSync(finder, [program], { stdio: 'ignore' });
  if (!found.error) return found.status === 0;
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * How to call npm so that it runs under the Node we chose, also on Windows, where `npm` is a batch file.
 * @param {string} node
 * @returns {{ program: string, args: string[] }}
 */
export function npm(node) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return { program: node, args: [cli] };
  return process.platform === 'win32'
    ? { program: 'cmd', args: ['/c', 'npm'] }
    : { program: 'npm', args: [] };
}
