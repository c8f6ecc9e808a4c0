import type { KeyStore } from '../../../core/ports';

/** One way to write a key down, as one line of the key file. */
export interface Sealer {
  kind: KeyStore['kind'];
  /** By which its lines are known. */
  prefix: string;
  seal(key: Uint8Array): string;
  /** @param sealed a line without the prefix. Throws when it can't be opened here. */
  open(sealed: string): Uint8Array;
}

export const keyBytes = 32;

/** As it is: the file has to be the owner's alone. */
export function plainSealer(kind: 'file' | 'test'): Sealer {
  return {
    kind,
    prefix: 'plain:',
    seal: (key) => Buffer.from(key).toString('base64'),
    open: (sealed) => new Uint8Array(Buffer.from(sealed, 'base64')),
  };
}

/** What we use of Electron's `safeStorage`. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  /** Linux only. `basic_text` is a fixed password: no protection. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

/** Whether the platform's keychain really protects what it is given. */
export function keychainProtects(storage: SafeStorage, platform: NodeJS.Platform): boolean {
  if (!storage.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = storage.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}

/** Encrypted by the platform's keychain. */
export function keychainSealer(storage: SafeStorage): Sealer {
  return {
    kind: 'keychain',
    prefix: 'keychain:',
    seal: (key) => storage.encryptString(Buffer.from(key).toString('base64')).toString('base64'),
    open: (sealed) =>
      new Uint8Array(Buffer.from(storage.decryptString(Buffer.from(sealed, 'base64')), 'base64')),
  };
}
