// Stands in for Electron's default app, which the fallback runtime lacks: opens the app folder given on the command
// line. It has to be an ES module with a top-level await: only then does Electron hold back its `ready` event until
// the app's own main module has run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, preloads } = readArguments(process.argv.slice(1));
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);

const require = createRequire(import.meta.url);
for (const preload of preloads) require(preload);
await import(pathToFileURL(join(folder, manifest.main)).href);

/** @param {string[]} args */
function readArguments(args) {
  const preloads = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') preloads.push(resolve(args[++i]));
    else if (!args[i].startsWith('-')) return { folder: resolve(args[i]), preloads };
  }
  throw new Error('Name the folder of the app to open.');
}
