import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { AppError, isAppError } from '../errors/app-error';

/**
 * The refusal behind what went wrong while a file was written into `folder`, told by codes, never by messages. What is none a
 * person can act on stays what it is.
 */
export function writingFailure(error: unknown, folder: string, needed: number): unknown {
  if (isAppError(error)) return error;
  const code = codeOf(error);
  if (code === null) return error;
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/.test(code))
    return new AppError('backup.disk_full', { folder, needed }, { cause: error });
  if (/^(SQLITE_(CANTOPEN|PERM|AUTH|READONLY|IOERR)|E[A-Z]+$)/.test(code)) {
    if (!existsSync(folder)) return new AppError('backup.folder_missing', { folder }, { cause: error });
    return new AppError('backup.folder_unwritable', { folder }, { cause: error });
  }
  return error;
}

export function codeOf(error: unknown): string | null {
  if (error instanceof BetterSqlite3.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return null;
}
