import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const ownerOnly = 0o600;

/** The text of a file only its owner may read, or `null` when there is none. Throws what the file system throws. */
export function readOwnerFile(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    // A copy or a restore may have opened it up. (Windows keeps no such bits, and a disk that can only be read keeps them.)
    if (process.platform !== 'win32' && (statSync(path).mode & 0o777) !== ownerOnly)
      chmodSync(path, ownerOnly);
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes whole or not at all, and is on the disk when it returns: a database must never be older than its key. */
export function writeOwnerFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', ownerOnly);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(temporary, ownerOnly);
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** So that a new file's name is on the disk too. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
