import type { Vault } from '../../core/ports';
import { keychainProtects, type SafeStorage } from './key-store/sealers';

interface Choice {
  storage: SafeStorage;
  platform: NodeJS.Platform;
  /** Tests have no keychain to speak of. */
  testKeychain: boolean;
}

const sealedByKeychain = 'keychain:';
const plain = 'plain:';

/**
 * Secrets that are kept in the database, sealed by the platform's keychain where it protects. Each says how it was kept, so
 * that one from before a keychain turned up is still read.
 */
export function createVault({ storage, platform, testKeychain }: Choice): Vault {
  const protects = !testKeychain && keychainProtects(storage, platform);
  return {
    kind: protects ? 'keychain' : 'database',
    seal: (secret) =>
      protects
        ? `${sealedByKeychain}${storage.encryptString(secret).toString('base64')}`
        : `${plain}${secret}`,
    open(sealed) {
      if (sealed.startsWith(plain)) return sealed.slice(plain.length);
      if (testKeychain || !sealed.startsWith(sealedByKeychain)) return null;
      try {
        return storage.decryptString(Buffer.from(sealed.slice(sealedByKeychain.length), 'base64'));
      } catch {
        return null;
      }
    },
  };
}
