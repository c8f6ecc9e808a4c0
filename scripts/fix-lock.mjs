// Makes `npm ci` accept the lock file after dependencies changed. Some tools name binaries for systems that not every
// npm registry has; `npm install` then leaves them out of the lock file and `npm ci` refuses it as incomplete.
// This drops the names of optional packages that the lock file doesn't resolve. Run it after `npm install <package>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, say } from './lib/log.mjs';
import { root } from './lib/paths.mjs';

await command(async () => {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const dropped = dropUnresolved(lock.packages);
  if (dropped.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(
    dropped.length > 0 ? `Dropped from the lock file: ${dropped.join(', ')}` : 'The lock file is complete.',
  );
});

/**
 * @param {Record<string, { optionalDependencies?: Record<string, string> }>} packages
 * @returns {string[]} names that were dropped
 */
function dropUnresolved(packages) {
  const dropped = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (isResolved(packages, path, name)) continue;
      delete entry.optionalDependencies?.[name];
      dropped.push(name);
    }
    if (entry.optionalDependencies && Object.keys(entry.optionalDependencies).length === 0)
      delete entry.optionalDependencies;
  }
  return dropped;
}

/**
 * Looks where Node would: in the package's own node_modules, then in every folder above it.
 * @param {Record<string, unknown>} packages @param {string} path @param {string} name
 */
function isResolved(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
    if (from === '') return false;
  }
}
