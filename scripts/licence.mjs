// npm run licence -- keys | issue | show: makes the keys licences are signed with, issues licences, tells what one says.
import { resolve } from 'node:path';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { runTypeScript } from './lib/typescript-entry.mjs';

await command(async () => {
  const args = process.argv.slice(2).map(fromHere);
  return (await runTypeScript(await ensureSetup(), 'licence', args)).code;
});

/**
 * The program runs in the checkout's folder: paths are meant from where the command was given.
 * @param {string} arg @param {number} index
 */
function fromHere(arg, index) {
  const [, option, path] = /^(--(?:out|key)=)(.+)$/.exec(arg) ?? [];
  if (path !== undefined) return `${option}${resolve(path)}`;
  return index > 0 && !arg.startsWith('-') ? resolve(arg) : arg;
}
