import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Explained } from '../log.mjs';
import { root } from '../paths.mjs';

const rule = `\n${'='.repeat(80)}\n\n`;

/** Texts that lie in no file of their package: what a part consists of in turn, and the licence of one that only names it. */
const partsWithin = join(root, 'resources', 'package', 'parts-within.txt');
const argon2Reference = join(root, 'node_modules', 'argon2', 'argon2', 'LICENSE');
/** Written by electron.vite.config.ts with each bundle. */
const lists = [
  'main/packages.json',
  'preload/packages.json',
  'renderer/packages.json',
  'renderer/worker-packages.json',
];
const apache = join(root, 'node_modules', 'typescript', 'LICENSE.txt');

/**
 * What a package has to say about the parts that others made: each with its licence in full.
 * @param {string[]} folders of packages, relative to the checkout
 * @returns {string} a text for people, ordered by name
 */
export function thirdPartyNotices(folders) {
  const parts = folders.map((folder) => readPackage(join(root, folder)));
  const unique = new Map(parts.map((part) => [`${part.name}@${part.version}`, part]));
  const ordered = [...unique.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const head = `Atrium Desk contains the following parts, which stay under the terms of those who made them.\n\n${ordered
    .map(({ name, version, licence }) => `  ${name} ${version} (${licence})`)
    .join('\n')}\n`;
  const texts = ordered.map(({ name, version, text }) => `${name} ${version}\n\n${text.trim()}\n`);
  const within = [
    readFileSync(partsWithin, 'utf8'),
    `Argon2 reference implementation (within argon2)\n\n${readFileSync(argon2Reference, 'utf8').trim()}\n`,
  ];
  return [head, ...texts, ...within].join(rule);
}

/** @param {string} folder */
function readPackage(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[sc]e|copying|notice)([.-].*)?$/i.test(file));
  const given = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const text = given === '' ? standardText(folder, license, author) : given;
  return { name, version, licence: license, text };
}

/** @param {string} folder @param {string} licence @param {string | { name: string } | undefined} author */
function standardText(folder, licence, author) {
  const who = typeof author === 'object' ? author.name : (author ?? 'its authors');
  if (licence === 'Apache-2.0') return `Copyright ${who}\n\n${readFileSync(apache, 'utf8')}`;
  const known = `${basename(folder)} is under ${licence ?? 'no licence it names'}, and brings no text of it.`;
  throw new Explained(known, 'A package may only be shipped with the text of its licence: see notices.mjs.');
}

/**
 * The packages that a packed app holds: those in its archive, and those that were bundled into our own files.
 * @param {string[]} archived paths of the files in its archive
 * @returns {string[]} folders relative to the checkout
 */
export function packagesIn(archived) {
  const loose = archived.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const bundled = lists.flatMap((list) => JSON.parse(readFileSync(join(root, 'out', list), 'utf8')));
  return [...new Set([...loose, ...bundled])];
}
