import { createHmac, randomBytes } from 'node:crypto';
import { keychainProtects, type SafeStorage } from '../key-store/sealers';

/** The key that vouches for the anchor, and how the anchor's file holds on to it. */
export interface MacKey {
  key: Buffer;
  /** `keychain:` and the key, encrypted by the platform's keychain; or `database`: it follows from the database's key. */
  kept: string;
}

export interface MacKeys {
  /** The key that a file was written with; `null`: this installation has none like it. */
  of(kept: string): MacKey | null;
  create(): MacKey;
}

const prefix = 'keychain:';
const keyBytes = 32;

/**
 * A key of its own in the platform's keychain where that protects: then who has the database's key alone (from a recovery
 * kit, from a key file that was copied) can't make an anchor. Elsewhere it follows from the database's key.
 */
export function macKeys(
  databaseKey: Uint8Array,
  storage: SafeStorage | null,
  platform: NodeJS.Platform,
): MacKeys {
  return storage !== null && keychainProtects(storage, platform)
    ? keychainKeys(storage)
    : databaseKeys(databaseKey);
}

function databaseKeys(databaseKey: Uint8Array): MacKeys {
  const key = createHmac('sha256', databaseKey).update('atrium audit anchor').digest();
  const derived = { key, kept: 'database' };
  return { of: (kept) => (kept === derived.kept ? derived : null), create: () => derived };
}

/** Refuses an anchor that only the database's key vouches for: it would let in who has nothing else. */
function keychainKeys(storage: SafeStorage): MacKeys {
  return {
    of(kept) {
      if (!kept.startsWith(prefix)) return null;
      try {
        const key = Buffer.from(
          storage.decryptString(Buffer.from(kept.slice(prefix.length), 'base64')),
          'base64',
        );
        return key.length === keyBytes ? { key, kept } : null;
      } catch {
        return null;
      }
    },
    create() {
      const key = randomBytes(keyBytes);
      return { key, kept: `${prefix}${storage.encryptString(key.toString('base64')).toString('base64')}` };
    },
  };
}
