import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../core/db/connection';
import { systemRandom } from '../../core/system';
import { chooseKeyStore } from '../../electron/platform/key-store/choose';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { obtainKey } from '../../electron/platform/key-store/obtain-key';
import type { SafeStorage } from '../../electron/platform/key-store/sealers';
import { keyTriesFile } from '../../electron/platform/key-store/tries';
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

/** A store that may use that keychain. */
const keychainStore = (storage: SafeStorage, keyFile: string) =>
  chooseKeyStore({ keyFile, testFile: null, storage, platform: 'linux', now: () => 0 });

describe('keychain', () => {
  it('keeps the key encrypted in an owner-only file', async () => {
    const file = join(tempFolder(), 'atrium.key');
    const store = keychainStore(fakeStorage(), file);
    expect(await store.read()).toBeNull();
    await store.write(key);
    expect(await store.read()).toEqual(key);
    expect(mode(file)).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(Buffer.from(key).toString('base64'));
  });

  it('calls a key it can no longer decrypt missing', async () => {
    const file = join(tempFolder(), 'atrium.key');
    await keychainStore(fakeStorage(), file).write(key);
    const forgotten = keychainStore(fakeStorage({ open: false }), file);
    await expect(forgotten.read()).rejects.toMatchObject({ code: 'database.key_missing' });
  });
});

describe('choice', () => {
  const choose = (
    storage: SafeStorage,
    keyFile = join(tempFolder(), 'atrium.key'),
    testFile: string | null = null,
  ) => chooseKeyStore({ keyFile, testFile, storage, platform: 'linux', now: () => 0 });

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
    // Written again, it goes where it is safer.
    await later.write(key);
    expect(later.kind).toBe('keychain');
    expect(await later.read()).toEqual(key);
    expect(readFileSync(file, 'utf8')).toMatch(/^keychain:/);
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

describe('a start passphrase', () => {
  const passphrase = 'nine brass lamps';

  async function protectedStore(storage = fakeStorage({ available: false })) {
    const file = join(tempFolder(), 'atrium.key');
    const store = keychainStore(storage, file);
    await store.write(key);
    (await store.preparePassphrase(passphrase))();
    return { file, store, again: () => keychainStore(storage, file) };
  }

  it('lies over a plain key and over one in the keychain, and is asked once a run', async () => {
    for (const storage of [fakeStorage({ available: false }), fakeStorage()]) {
      const { file, store, again } = await protectedStore(storage);
      expect(store.isLocked()).toBe(false);
      expect(await store.read()).toEqual(key);
      const text = readFileSync(file, 'utf8');
      expect(text).toMatch(/^passphrase:v1:65536,3,1:/);
      expect(text).not.toContain(Buffer.from(key).toString('base64'));
      expect(mode(file)).toBe(0o600);

      const next = again();
      expect([next.hasPassphrase(), next.isLocked()]).toEqual([true, true]);
      await expect(next.read()).rejects.toMatchObject({ code: 'key.passphrase_required' });
      await expect(next.write(key)).rejects.toMatchObject({ code: 'key.passphrase_required' });
      expect(await next.unlock('nine brass lamp')).toBe(false);
      expect(next.isLocked()).toBe(true);
      expect(await next.unlock(passphrase)).toBe(true);
      expect(await next.read()).toEqual(key);
      expect(next.kind).toBe(storage.isEncryptionAvailable() ? 'keychain' : 'file');
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it('stays over other keys, is changed, and taken away', async () => {
    const { file, store, again } = await protectedStore();
    const other = new Uint8Array(32).fill(3);
    await store.write(other, key);
    const second = again();
    expect(await second.unlock(passphrase)).toBe(true);
    expect(await second.readAll()).toEqual([other, key]);
    (await second.preparePassphrase('ten dozen brass lamps'))();
    expect(await again().unlock(passphrase)).toBe(false);
    expect(await again().unlock('ten dozen brass lamps')).toBe(true);
    (await second.preparePassphrase(null))();
    expect(second.hasPassphrase()).toBe(false);
    expect(await again().readAll()).toEqual([other, key]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  });

  it('that is forgotten is put aside for a key from elsewhere, with what it protects', async () => {
    const { file, again } = await protectedStore();
    const before = readFileSync(file, 'utf8');
    const store = again();
    await store.replace(key);
    expect(store.hasPassphrase()).toBe(false);
    expect(await store.read()).toEqual(key);
    expect(readFileSync(`${file}.before-19700101-000000`, 'utf8')).toBe(before);
  });

  it('over a changed file is a missing key, never a wrong passphrase that could be guessed at', async () => {
    const { file, again } = await protectedStore();
    const text = readFileSync(file, 'utf8');
    for (const spoilt of [
      'passphrase:',
      'passphrase:v2:1,1,1:AA==:AA==:AA==',
      text.replace('65536', '9999999'),
    ]) {
      writeFileSync(file, spoilt);
      await expect(again().unlock(passphrase)).rejects.toMatchObject({ code: 'database.key_missing' });
    }
    // A tag that doesn't vouch for what stands there can't be told from another passphrase.
    // The first letter of what is sealed: bits of the last one may mean nothing.
    const changed = text.replace(
      /:(.)([^:]*\n)$/,
      (_all, letter, rest) => `:${letter === 'A' ? 'B' : 'A'}${rest}`,
    );
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    expect(await again().unlock(passphrase)).toBe(false);
  });
});

describe('tries before the database is open', () => {
  it('cost nothing four times, then time, and are remembered', () => {
    const file = join(tempFolder(), 'atrium.key-tries');
    const tries = keyTriesFile(file);
    for (let n = 0; n < 4; n += 1) tries.noteFailure('passphrase', 1000);
    expect(tries.waitMs('passphrase', 1000)).toBe(0);
    tries.noteFailure('passphrase', 1000);
    expect(tries.waitMs('passphrase', 2000)).toBe(4000);
    expect(tries.waitMs('recovery', 2000)).toBe(0);
    const later = keyTriesFile(file);
    expect(later.waitMs('passphrase', 2000)).toBe(4000);
    later.noteFailure('passphrase', 7000);
    expect(later.waitMs('passphrase', 7000)).toBe(10_000);
    // A clock that was far ahead keeps nobody out.
    expect(later.waitMs('passphrase', -86_400_000)).toBe(0);
    later.noteRecovery();
    expect(keyTriesFile(file).current()).toMatchObject({ passphrase: { failures: 6 }, recovered: true });
    expect(mode(file)).toBe(0o600);
    later.clear();
    expect(existsSync(file)).toBe(false);
    expect(keyTriesFile(file).waitMs('passphrase', 7000)).toBe(0);
  });

  it('in a spoilt file, or where nothing can be written, are none that keep people out', () => {
    const file = join(tempFolder(), 'atrium.key-tries');
    writeFileSync(file, '{"passphrase":');
    expect(keyTriesFile(file).current().passphrase.failures).toBe(0);
    const nowhere = keyTriesFile(join(file, 'below', 'a', 'file'));
    for (let n = 0; n < 5; n += 1) nowhere.noteFailure('recovery', 0);
    expect(nowhere.waitMs('recovery', 0)).toBe(5000);
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

  it('is the one that fits, when a change of keys was cut off', async () => {
    const folder = tempFolder();
    const database = join(folder, 'atrium.db');
    const other = new Uint8Array(32).fill(3);
    connect(database, other).exec('create table t (a)').close();
    const store = fileKeyStore(join(folder, 'atrium.key'));
    await store.write(key, other);
    expect(await obtainKey(store, database, systemRandom)).toEqual(other);
    await store.write(other, key);
    expect(await obtainKey(store, database, systemRandom)).toEqual(other);
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
