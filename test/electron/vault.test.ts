import { describe, expect, it } from 'vitest';
import type { SafeStorage } from '../../electron/platform/key-store/sealers';
import { createVault } from '../../electron/platform/vault';

const secret = 'pässword';

/** A keychain that turns letters round; another computer's keychain has another `name`. */
function keychain({ name = 'here', backend = 'gnome_libsecret' } = {}): SafeStorage {
  const turned = (text: string) => [...text].reverse().join('');
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(`${name}:${turned(text)}`),
    decryptString(sealed) {
      const text = sealed.toString();
      if (!text.startsWith(`${name}:`)) throw new Error('Not mine');
      return turned(text.slice(name.length + 1));
    },
  };
}

const vaultOf = (storage: SafeStorage, testKeychain = false) =>
  createVault({ storage, platform: 'linux', testKeychain });

describe('the vault', () => {
  it('seals with the system’s keychain where that protects', () => {
    const vault = vaultOf(keychain());
    expect(vault.kind).toBe('keychain');
    expect(vault.seal(secret)).not.toContain(secret);
    expect(vault.open(vault.seal(secret))).toBe(secret);
  });

  it('leaves it to the encrypted database where there is none that protects, and in tests', () => {
    for (const vault of [vaultOf(keychain({ backend: 'basic_text' })), vaultOf(keychain(), true)]) {
      expect(vault.kind).toBe('database');
      expect(vault.open(vault.seal(secret))).toBe(secret);
    }
  });

  it('reads what was kept before there was a keychain', () => {
    const before = vaultOf(keychain({ backend: 'basic_text' })).seal(secret);
    expect(vaultOf(keychain()).open(before)).toBe(secret);
  });

  it('says so when the keychain is another one', () => {
    const elsewhere = vaultOf(keychain({ name: 'elsewhere' })).seal(secret);
    expect(vaultOf(keychain()).open(elsewhere)).toBeNull();
    expect(vaultOf(keychain()).open('whatever')).toBeNull();
  });
});
