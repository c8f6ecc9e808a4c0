import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../errors/app-error';

/**
 * The refusal behind an error of SQLite or the file system, told by its code, never by its message; `null` when it is
 * none a person can act on. Extended codes share their first words (`SQLITE_BUSY_SNAPSHOT`).
 */
export function openRefusal(error: unknown, path: string): AppError | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (/^SQLITE_(NOTADB|CORRUPT|FORMAT)/.test(code))
    return new AppError('database.corrupt', { path }, { cause: error });
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new AppError('database.in_use', { path }, { cause: error });
  // SHMSIZE: there isn't even room for the log's index, without which the log can't be read.
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/.test(code))
    return new AppError('database.disk_full', {}, { cause: error });
  if (/^(SQLITE_(CANTOPEN|PERM|AUTH|READONLY|IOERR)|E[A-Z]+$)/.test(code)) {
    return new AppError('database.unreadable', { path }, { cause: error });
  }
  return null;
}

/** The refusal behind an error while the database is open, in the middle of a write or of a read; or `null`. */
export function runningRefusal(error: unknown, path: string): AppError | null {
  if (!(error instanceof BetterSqlite3.SqliteError)) return null;
  const { code } = error;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new AppError('database.busy', {}, { cause: error });
  if (/^SQLITE_FULL/.test(code)) return new AppError('database.disk_full', {}, { cause: error });
  if (/^SQLITE_READONLY/.test(code)) return new AppError('database.read_only', { path }, { cause: error });
  if (/^SQLITE_(NOTADB|CORRUPT|FORMAT)/.test(code))
    return new AppError('database.corrupt', { path }, { cause: error });
  if (/^SQLITE_(CANTOPEN|PERM|AUTH|IOERR)/.test(code))
    return new AppError('database.unreadable', { path }, { cause: error });
  return null;
}

/** What is to be read can't be, and trying again won't help: a page was damaged on the disk. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT|IOERR)/.test(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | null {
  if (error instanceof BetterSqlite3.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return null;
}
