import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writeNew } from './files';
import { LicenceRefusal } from './refusal';

export const privateName = 'licence-private.pem';
export const publicName = 'licence-public.pem';

/** A new pair of keys in that folder; the private one for its owner's eyes only. Answers both paths. */
export function makeKeys(folder: string): { privateFile: string; publicFile: string } {
  const files = { privateFile: join(folder, privateName), publicFile: join(folder, publicName) };
  // Both, before either is written: half a new pair beside half an old one would fit nothing.
  for (const file of Object.values(files)) {
    if (existsSync(file))
      throw new LicenceRefusal(`${file} is there already. Choose another folder with --out.`);
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeNew(files.privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  writeNew(files.publicFile, publicKey.export({ type: 'spki', format: 'pem' }).toString(), 0o644);
  return files;
}

/** The text of a private Ed25519 key (PKCS #8, PEM). */
export function readPrivateKey(file: string): string {
  const text = readText(file);
  let type: string | undefined;
  try {
    type = createPrivateKey(text).asymmetricKeyType;
  } catch {
    throw new LicenceRefusal(
      `${file} holds no private key. Make a pair with: npm run licence -- keys --out=<folder>`,
    );
  }
  if (type !== 'ed25519')
    throw new LicenceRefusal(`${file} holds a key for ${type}; licences are signed with Ed25519.`);
  return text;
}
