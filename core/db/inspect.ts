import { closeSync, openSync, statSync } from 'node:fs';
import { AppError } from '../errors/app-error';
import { makeFolder } from './connection';
import { firstPageFits, matchesKeyCheck, pageSize } from './key-check';

/**
 * Before SQLite touches the file: is the key the right one? Makes an empty file, owner-only, where there is none. Answers
 * whether the key check beside it is this key's. Errors: `database.corrupt`, `database.key_wrong`.
 */
export function inspect(path: string, key: Uint8Array): boolean {
  const check = matchesKeyCheck(path, key);
  const size = sizeOf(path);
  if (size === null) {
    makeFolder(path);
    closeSync(openSync(path, 'wx', 0o600));
    return false;
  }
  if (size === 0) {
    // Left by a first start that was cut off; with a key check beside it there once was a database here.
    if (check === null) return false;
    throw new AppError('database.corrupt', { path });
  }
  // The key decides, not the check: it may be lost, or older than the key.
  if (check === true || firstPageFits(path, key)) {
    // SQLite takes the torn page for a whole one until it reads it. Beside a log it may still be written whole.
    if (size % pageSize !== 0 && (sizeOf(`${path}-wal`) ?? 0) === 0)
      throw new AppError('database.corrupt', { path });
    return check === true;
  }
  // Nothing tells whose key it was; but a file of ours has whole pages.
  if (check === null && size % pageSize !== 0) throw new AppError('database.corrupt', { path });
  throw new AppError('database.key_wrong', { path });
}

/** Bytes, or `null` when there is no such file. */
function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
