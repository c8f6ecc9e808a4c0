import { AppError } from '../../../core/errors/app-error';
import type { KeyStore } from '../../../core/ports';
import { readText } from './file-store';
import { writeOwnerFile } from './key-file';

/** What we use of Electron's `safeStorage`. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  /** Linux only. `basic_text` is a fixed password: no protection. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

const prefix = 'keychain:';
const keyBytes = 32;

/** Whether the platform's keychain really protects what it is given. */
export function keychainProtects(storage: SafeStorage, platform: NodeJS.Platform): boolean {
  if (!storage.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = storage.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}

/** The key encrypted by the platform's keychain, in a file next to the database. */
export function keychainKeyStore(storage: SafeStorage, path: string): KeyStore {
  const missing = (cause?: unknown) => new AppError('database.key_missing', { path }, { cause });
  return {
    kind: 'keychain',
    async read() {
      const text = readText(path);
      if (text === null) return null;
      if (!text.startsWith(prefix)) throw missing();
      try {
        const key = Buffer.from(
          storage.decryptString(Buffer.from(text.slice(prefix.length), 'base64')),
          'base64',
        );
        if (key.length === keyBytes) return new Uint8Array(key);
      } catch (cause) {
        throw missing(cause);
      }
      throw missing();
    },
    async write(key) {
      const encrypted = storage.encryptString(Buffer.from(key).toString('base64'));
      writeOwnerFile(path, `${prefix}${encrypted.toString('base64')}\n`);
    },
  };
}
