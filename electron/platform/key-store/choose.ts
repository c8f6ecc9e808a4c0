import type { KeyStore } from '../../../core/ports';
import { fileKeyStore, isPlainKeyFile } from './file-store';
import { keychainKeyStore, keychainProtects, type SafeStorage } from './keychain-store';

interface Choice {
  keyFile: string;
  testFile: string | null;
  storage: SafeStorage;
  platform: NodeJS.Platform;
}

/**
 * A key that was kept in a plain file stays readable when a keychain turns up later; a new one goes to the keychain
 * wherever it protects. Throws `database.key_missing` when the key file is there but can't be read.
 */
export function chooseKeyStore({ keyFile, testFile, storage, platform }: Choice): KeyStore {
  if (testFile !== null) return fileKeyStore(testFile, 'test');
  const keychain = keychainProtects(storage, platform);
  return keychain && !isPlainKeyFile(keyFile) ? keychainKeyStore(storage, keyFile) : fileKeyStore(keyFile);
}
