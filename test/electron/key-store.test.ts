import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../core/system';
import { chooseKeyStore } from '../../electron/platform/key-store/choose';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { keychainKeyStore, type SafeStorage } from '../../electron/platform/key-store/keychain-store';
import { obtainKey } from '../../electron/platform/key-store/obtain-key';
import { tempFolder } from '../support/db';

const key = new Uint8Array(32).fill(9);
const mode = (file: string) => statSync(file).mode & 0o777;

/** A keychain that turns bytes round. `open: false`: it has forgotten what it once encrypted. */
function fakeStorage({ available = true, backend = 'gnome_libsecret', open = true } = {}): SafeStorage {
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString(encrypted) {
      if (!open) throw new Error('Error while decrypting the ciphertext');
      return Buffer.from(encrypted).reverse().toString();
    },
  };
}

describe('owner-only file', () => {
  it('keeps the key, readable by its owner only', async () => {
    const file = join(tempFolder(), 'sub', 'atrium.key');
    const store = fileKeyStore(file);
    expect(await store.read()).toBeNull();
    await store.write(key);
    expect(await store.read()).toEqual(key);
    expect(mode(file)).toBe(0o600);
    expect(mode(join(file, '..'))).toBe(0o700);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('closes a file that was opened up', async () => {
    const file = join(tempFolder(), 'atrium.key');
    const store = fileKeyStore(file);
    await store.write(key);
    chmodSync(file, 0o644);
    await store.read();
    expect(mode(file)).toBe(0o600);
  });

  it.each(['', 'plain:', 'plain:AAAA', 'keychain:AAAA', 'whatever'])(
    'calls a spoilt file a missing key: %j',
    async (text) => {
      const file = join(tempFolder(), 'atrium.key');
      writeFileSync(file, text);
      await expect(fileKeyStore(file).read()).rejects.toMatchObject({ code: 'database.key_missing' });
    },
  );

  it('calls an unreadable file a missing key', async () => {
    const file = join(tempFolder(), 'atrium.key');
    mkdirSync(file);
    await expect(fileKeyStore(file).read()).rejects.toMatchObject({ code: 'database.key_missing' });
  });
});

describe('keychain', () => {
  it('keeps the key encrypted in an owner-only file', async () => {
    const file = join(tempFolder(), 'atrium.key');
    const store = keychainKeyStore(fakeStorage(), file);
    expect(await store.read()).toBeNull();
    await store.write(key);
    expect(await store.read()).toEqual(key);
    expect(mode(file)).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(Buffer.from(key).toString('base64'));
  });

  it('calls a key it can no longer decrypt missing', async () => {
    const file = join(tempFolder(), 'atrium.key');
    await keychainKeyStore(fakeStorage(), file).write(key);
    const forgotten = keychainKeyStore(fakeStorage({ open: false }), file);
    await expect(forgotten.read()).rejects.toMatchObject({ code: 'database.key_missing' });
  });
});

describe('choice', () => {
  const choose = (
    storage: SafeStorage,
    keyFile = join(tempFolder(), 'atrium.key'),
    testFile: string | null = null,
  ) => chooseKeyStore({ keyFile, testFile, storage, platform: 'linux' });

  it('takes the keychain only where it protects', () => {
    expect(choose(fakeStorage()).kind).toBe('keychain');
    expect(choose(fakeStorage({ backend: 'basic_text' })).kind).toBe('file');
    expect(choose(fakeStorage({ backend: 'unknown' })).kind).toBe('file');
    expect(choose(fakeStorage({ available: false })).kind).toBe('file');
  });

  it('takes the test file before anything else', () => {
    expect(choose(fakeStorage(), undefined, '/k').kind).toBe('test');
  });

  it('goes on reading a plain file when a keychain turns up', async () => {
    const file = join(tempFolder(), 'atrium.key');
    await choose(fakeStorage({ available: false }), file).write(key);
    const later = choose(fakeStorage(), file);
    expect(later.kind).toBe('file');
    expect(await later.read()).toEqual(key);
  });

  it('never takes over a key that is in a keychain it cannot reach', async () => {
    const file = join(tempFolder(), 'atrium.key');
    await choose(fakeStorage(), file).write(key);
    const before = readFileSync(file, 'utf8');
    await expect(choose(fakeStorage({ available: false }), file).read()).rejects.toMatchObject({
      code: 'database.key_missing',
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('key of an installation', () => {
  it('is made once, and is kept before there is a database', async () => {
    const folder = tempFolder();
    const store = fileKeyStore(join(folder, 'atrium.key'));
    const made = await obtainKey(store, join(folder, 'atrium.db'), systemRandom);
    expect(made).toHaveLength(32);
    expect(await store.read()).toEqual(made);
    expect(await obtainKey(store, join(folder, 'atrium.db'), systemRandom)).toEqual(made);
  });

  it('is never made anew over an existing database', async () => {
    const folder = tempFolder();
    const keyFile = join(folder, 'atrium.key');
    writeFileSync(join(folder, 'atrium.db'), 'rows');
    await expect(
      obtainKey(fileKeyStore(keyFile), join(folder, 'atrium.db'), systemRandom),
    ).rejects.toMatchObject({
      code: 'database.key_missing',
    });
    expect(existsSync(keyFile)).toBe(false);
  });
});
