// npm run doctor -- --data-dir=<folder>: looks at a desk's data folder, says what is wrong, writes a support bundle.
import { resolve } from 'node:path';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { runTypeScript } from './lib/typescript-entry.mjs';

await command(async () => {
  const setup = await ensureSetup();
  // The program runs in the checkout's folder: paths are meant from where the command was given.
  const args = process.argv.slice(2).map((arg) => {
    const [, option, path] = /^(--(?:data-dir|out)=)(.+)$/.exec(arg) ?? [];
    return path === undefined ? arg : `${option}${resolve(path)}`;
  });
  const env = { ...setup.env, ATRIUM_ELECTRON_VERSION: setup.electron.version };
  const out = args.some((arg) => arg.startsWith('--out=')) ? [] : [`--out=${process.cwd()}`];
  return (await runTypeScript(setup, 'doctor', [...args, ...out], env)).code;
});
