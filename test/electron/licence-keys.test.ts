import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors/app-error';
import { readLicence } from '../../core/services/licence/read-licence';
import { licenceKeys } from '../../electron/platform/licence-keys';
import { packLicenceKey } from '../../scripts/lib/licence-key.mjs';
import { makeKeys } from '../../scripts/licence/keys';
import { tempFolder } from '../support/db';
import { developmentPublicKey, licenceFile } from '../support/licence/development';

const checkout = join(import.meta.dirname, '../..');
const developmentFile = join(checkout, 'test/support/licence/development-public.pem');

/** A resources folder as packaging lays it out with that key. */
function resourcesWith(key: string | null): string {
  const resources = tempFolder();
  packLicenceKey(key, join(resources, 'licence'));
  return resources;
}

describe('a packaged app', () => {
  it('knows the key it was packed with and refuses licences of the development key', async () => {
    const { privateFile, publicFile } = makeKeys(tempFolder());
    const keys = licenceKeys({ packaged: true, resources: resourcesWith(publicFile), appPath: checkout });
    expect(keys.publicKeys).toEqual([readFileSync(publicFile, 'utf8')]);

    const real = await licenceFile({ tier: 'Pro' }, readFileSync(privateFile, 'utf8'));
    await expect(readLicence(real, keys)).resolves.toMatchObject({ tier: 'Pro' });
    await expect(readLicence(await licenceFile(), keys)).rejects.toEqual(new AppError('licence.tampered'));
  });

  it('takes no licence when it was packed without a key', async () => {
    const keys = licenceKeys({ packaged: true, resources: resourcesWith(null), appPath: checkout });
    expect(keys.publicKeys).toEqual([]);
    await expect(readLicence(await licenceFile(), keys)).rejects.toEqual(new AppError('licence.no_key'));
  });
});

describe('an app that is not packaged', () => {
  it('knows the development key', () => {
    const keys = licenceKeys({ packaged: false, resources: join(checkout, 'resources'), appPath: checkout });
    expect(keys.publicKeys).toContain(developmentPublicKey);
  });

  it('knows a key laid into its resources as well', () => {
    const { publicFile } = makeKeys(tempFolder());
    const keys = licenceKeys({ packaged: false, resources: resourcesWith(publicFile), appPath: checkout });
    expect(keys.publicKeys).toEqual([readFileSync(publicFile, 'utf8'), developmentPublicKey]);
  });

  it('knows none where there is none', () => {
    const nowhere = tempFolder();
    expect(licenceKeys({ packaged: false, resources: nowhere, appPath: nowhere }).publicKeys).toEqual([]);
  });
});

describe('packing a key', () => {
  /** A file of that content. */
  function file(text: string): string {
    const path = join(tempFolder(), 'key.pem');
    writeFileSync(path, text);
    return path;
  }

  it.each([
    ['the development key', () => developmentFile, /is the development key/],
    [
      'the development key under another name',
      () => file(`\n${developmentPublicKey}\n`),
      /is the development key/,
    ],
    ['a private key', () => makeKeys(tempFolder()).privateFile, /holds a private key/],
    [
      'a key of another kind',
      () =>
        file(
          generateKeyPairSync('ec', { namedCurve: 'P-256' })
            .publicKey.export({ type: 'spki', format: 'pem' })
            .toString(),
        ),
      /for ec; licences are signed with Ed25519/,
    ],
    ['no key', () => file('hello'), /holds no public key/],
    ['no file', () => join(tempFolder(), 'nowhere.pem'), /can't be read/],
    ['no name', () => '', /can't be read/],
  ])('refuses %s', (_what, key, words) => {
    const folder = join(tempFolder(), 'licence');
    expect(() => packLicenceKey(key(), folder)).toThrow(words);
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves nothing of the package before', () => {
    const folder = join(tempFolder(), 'licence');
    mkdirSync(folder);
    writeFileSync(join(folder, 'public-key.pem'), 'of the package before');
    packLicenceKey(null, folder);
    expect(existsSync(join(folder, 'public-key.pem'))).toBe(false);
  });
});
