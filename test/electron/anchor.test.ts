import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../core/ports';
import { fileAnchorStore } from '../../electron/platform/anchor/file-anchor';
import { macKeys } from '../../electron/platform/anchor/mac-key';
import type { SafeStorage } from '../../electron/platform/key-store/sealers';
import { tempFolder } from '../support/db';

const key = Buffer.alloc(32, 1);
const anchor: Anchor = { deskId: 'd', n: 7, hash: 'a'.repeat(64), at: 20, since: 10 };

/** A keychain of its own: what another encrypted it can't read. */
function keychain(name: string): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => Buffer.from(`${name}:${text}`),
    decryptString: (encrypted) => {
      const text = encrypted.toString();
      if (!text.startsWith(`${name}:`)) throw new Error('not ours');
      return text.slice(name.length + 1);
    },
  };
}

function stores() {
  const path = join(tempFolder(), 'atrium.anchor');
  return {
    path,
    plain: (databaseKey = key) => fileAnchorStore(path, macKeys(databaseKey, null, 'linux')),
    kept: (storage: SafeStorage, databaseKey = key) =>
      fileAnchorStore(path, macKeys(databaseKey, storage, 'linux')),
  };
}

describe('the anchor’s file', () => {
  it('is for its owner alone, and read back as it was written, also by the next start', () => {
    const { path, plain } = stores();
    expect(plain().read()).toBe('none');
    plain().write(anchor);
    expect(plain().read()).toEqual(anchor);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each(['n', 'hash', 'at', 'since', 'deskId'] as const)('with another %s is none of ours', (field) => {
    const { path, plain } = stores();
    plain().write(anchor);
    const text = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...text, [field]: typeof text[field] === 'number' ? 3 : 'b' }));
    expect(plain().read()).toBe('foreign');
  });

  it.each(['', '{', '[]', '{"n":1}'])('that holds %j is none of ours', (text) => {
    const { path, plain } = stores();
    writeFileSync(path, text);
    expect(plain().read()).toBe('foreign');
  });

  it('made with another database’s key is none of ours', () => {
    const { plain } = stores();
    plain(Buffer.alloc(32, 2)).write(anchor);
    expect(plain().read()).toBe('foreign');
  });
});

describe('where the platform’s keychain protects', () => {
  it('the database’s key alone makes no anchor', () => {
    const { plain, kept } = stores();
    plain().write(anchor);
    expect(kept(keychain('ours')).read()).toBe('foreign');
  });

  it('the key is the keychain’s own, and stays the same over writes and starts', () => {
    const { path, kept } = stores();
    kept(keychain('ours')).write(anchor);
    const first = (JSON.parse(readFileSync(path, 'utf8')) as { key: string }).key;
    const next = kept(keychain('ours'));
    expect(next.read()).toEqual(anchor);
    next.write({ ...anchor, n: 8 });
    expect((JSON.parse(readFileSync(path, 'utf8')) as { key: string }).key).toBe(first);
    expect(kept(keychain('another')).read()).toBe('foreign');
    // It doesn't hang on the database's key, which may be changed.
    expect(kept(keychain('ours'), Buffer.alloc(32, 9)).read()).toMatchObject({ n: 8 });
  });
});
