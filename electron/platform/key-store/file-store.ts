import { createKeyStore, type LockableKeyStore } from './create-key-store';
import { plainSealer } from './sealers';

/** The key in an owner-only file as it is: what commands and tests read and write. */
export function fileKeyStore(path: string, kind: 'file' | 'test' = 'file'): LockableKeyStore {
  return createKeyStore({ path, sealers: [plainSealer(kind)], now: Date.now });
}
