import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Explained, say } from './log.mjs';
import { cache } from './paths.mjs';
import { runTypeScript } from './typescript-entry.mjs';

const standard = join(cache, 'demo-data');
/** Kept beside the data, so that a later start can tell again how to sign in. */
const noteName = 'demo.txt';

/**
 * Makes a demo organisation; its summary goes to stdout and into its folder.
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function makeDemo(setup, args) {
  const given = args.findLast((arg) => arg.startsWith('--data-dir='))?.slice('--data-dir='.length);
  const folder = given ? resolve(given) : standard;
  const existed = existsSync(folder);
  const { code, output } = await runTypeScript(setup, 'demo', [
    `--data-dir=${folder}`,
    ...withoutFolder(args),
  ]);
  if (code === 0) writeFileSync(join(folder, noteName), output, { mode: 0o600 });
  else if (!existed) rmSync(folder, { recursive: true, force: true });
  return code;
}

/**
 * The demo organisation that `npm start -- --demo` opens: made the first time, then kept.
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @returns {Promise<string>} its data folder
 */
export async function ensureDemo(setup) {
  if (!existsSync(join(standard, 'atrium.db'))) {
    if ((await makeDemo(setup, [])) !== 0) throw new Explained('The demo organisation could not be made.');
    return standard;
  }
  const note = join(standard, noteName);
  if (existsSync(note)) process.stdout.write(readFileSync(note));
  say(`This is the demo organisation of an earlier start; delete ${standard} to get a new one.`);
  return standard;
}

/** @param {string[]} args */
function withoutFolder(args) {
  return args.filter((arg) => !arg.startsWith('--data-dir='));
}
