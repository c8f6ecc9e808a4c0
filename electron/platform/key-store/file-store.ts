import { AppError } from '../../../core/errors/app-error';
import type { KeyStore } from '../../../core/ports';
import { readOwnerFile, writeOwnerFile } from './key-file';

const keyBytes = 32;
const prefix = 'plain:';

/** The key in a file of its own that only its owner may read: where the platform has no real keychain, and in tests. */
export function fileKeyStore(path: string, kind: 'file' | 'test' = 'file'): KeyStore {
  return {
    kind,
    async read() {
      const text = readText(path);
      if (text === null) return null;
      const key = text.startsWith(prefix) ? Buffer.from(text.slice(prefix.length).trim(), 'base64') : null;
      if (key?.length !== keyBytes) throw new AppError('database.key_missing', { path });
      return new Uint8Array(key);
    },
    async write(key) {
      writeOwnerFile(path, `${prefix}${Buffer.from(key).toString('base64')}\n`);
    },
  };
}

/** Whether the key at `path` was kept by `fileKeyStore`. */
export function isPlainKeyFile(path: string): boolean {
  return readText(path)?.startsWith(prefix) ?? false;
}

/** A key file that is there but can't be read is a missing key, never a reason to make a new one. */
export function readText(path: string): string | null {
  try {
    return readOwnerFile(path);
  } catch (cause) {
    throw new AppError('database.key_missing', { path }, { cause });
  }
}
