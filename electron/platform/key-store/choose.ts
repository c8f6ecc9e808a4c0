import { createKeyStore, type LockableKeyStore } from './create-key-store';
import { keychainProtects, keychainSealer, plainSealer, type SafeStorage } from './sealers';

interface Choice {
  keyFile: string;
  /** A file that stands in for the keychain. */
  testFile: string | null;
  storage: SafeStorage;
  platform: NodeJS.Platform;
  now: () => number;
}

/**
 * Where this computer keeps the key: in the keychain wherever that protects, else in an owner-only file. One that was kept in
 * the file stays readable when a keychain turns up later, and moves there when it is next written.
 */
export function chooseKeyStore({ keyFile, testFile, storage, platform, now }: Choice): LockableKeyStore {
  if (testFile !== null) return createKeyStore({ path: testFile, sealers: [plainSealer('test')], now });
  const plain = plainSealer('file');
  const sealers = keychainProtects(storage, platform)
    ? ([keychainSealer(storage), plain] as const)
    : ([plain] as const);
  return createKeyStore({ path: keyFile, sealers, now });
}
