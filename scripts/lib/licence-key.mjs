import { createPublicKey } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './log.mjs';
import { root } from './paths.mjs';

const developmentKey = join(root, 'test', 'support', 'licence', 'development-public.pem');

/** What electron-builder.yml takes into the package: the key, or nothing. */
const packed = join(root, '.cache', 'package', 'licence');

/**
 * Lays out the key the packed app will check licences with.
 * @param {string | null} file `null`: the app will take none
 * @param {string} [folder]
 */
export function packLicenceKey(file, folder = packed) {
  // Read before anything is touched, and cleared in any case: the key of an earlier package must not slip into this one.
  const pem = file === null ? null : readLicenceKey(file);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (pem !== null) writeFileSync(join(folder, 'public-key.pem'), pem);
}

/**
 * A public Ed25519 key that may be shipped.
 * @param {string} file PEM (SPKI)
 * @returns {string} PEM
 */
function readLicenceKey(file) {
  const text = readKeyFile(file);
  if (text.includes('PRIVATE KEY')) {
    throw new Explained(
      `${file} holds a private key: it must never be shipped.`,
      'Give the public one, licence-public.pem beside it.',
    );
  }
  const key = parse(text, file);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Explained(
      `${file} holds a key for ${key.asymmetricKeyType}; licences are signed with Ed25519.`,
    );
  }
  if (key.equals(createPublicKey(readFileSync(developmentKey)))) {
    throw new Explained(
      `${file} is the development key: anybody with the sources could issue licences for this package.`,
      'Make a pair of your own with: npm run licence -- keys --out=<folder>',
    );
  }
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/** @param {string} file */
function readKeyFile(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Explained(`The licence key can't be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {string} text @param {string} file */
function parse(text, file) {
  try {
    return createPublicKey(text);
  } catch {
    throw new Explained(
      `${file} holds no public key (PEM).`,
      'npm run licence -- keys --out=<folder> makes one.',
    );
  }
}
