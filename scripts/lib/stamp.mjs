import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { cache, root } from './paths.mjs';

const folder = join(cache, 'stamps');

/**
 * A stamp remembers the inputs that a step last succeeded with, so that the step is skipped while they stay the same.
 * @param {string} name
 * @param {string} key hash or version text of all the step's inputs
 */
export function isFresh(name, key) {
  try {
    return readFileSync(join(folder, name), 'utf8') === key;
  } catch {
    return false;
  }
}

/** @param {string} name @param {string} key */
export function stamp(name, key) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), key);
}

/** @param {string} name */
export function unstamp(name) {
  rmSync(join(folder, name), { force: true });
}

/**
 * One hash over the contents and names of files; a folder counts with all that is in it, a missing path as missing.
 * @param {string[]} paths relative to the checkout
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(`${relative(root, file).split(sep).join('/')}\0`);
    hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
