import { existsSync } from 'node:fs';
import { connect } from '../db/connection';
import { openRefusal } from '../db/sqlite-errors';
import { AppError, isAppError } from '../errors/app-error';
import { codeOf } from './failure';
import { makeEmpty } from './files';
import { checkBackup, type ReadableBackup } from './read-backup';

/** This connection copies and is closed: the page cache is a budget of all (docs/performance.md). KiB. */
const cacheKib = 8000;

/**
 * Writes the database as it is at one moment into a new file under the same key, without what was deleted in it. Others go
 * on reading and writing. Errors: `database.*` when it is the database that can't be read, and what the file system says.
 */
export function copyDatabase(databasePath: string, key: Uint8Array, draft: string): void {
  const client = connectTo(databasePath, key);
  try {
    client.pragma(`cache_size = -${cacheKib}`);
    makeEmpty(draft);
    client.prepare('vacuum into ?').run(draft);
  } catch (error) {
    // What is read is the database; what is written, the copy.
    const unread = /^SQLITE_(CORRUPT|NOTADB|IOERR_READ|IOERR_SHORT_READ)/.test(codeOf(error) ?? '');
    throw (unread ? openRefusal(error, databasePath) : null) ?? error;
  } finally {
    client.close();
  }
}

/** For writing, so that the last one to close takes the log along; but nothing is made where there is no database. */
function connectTo(databasePath: string, key: Uint8Array) {
  if (!existsSync(databasePath)) throw new AppError('database.unreadable', { path: databasePath });
  try {
    return connect(databasePath, key);
  } catch (error) {
    throw openRefusal(error, databasePath) ?? error;
  }
}

/** A copy that can't be read back is none. Error: `backup.unsound`. */
export function checkCopy(draft: string, key: Uint8Array): ReadableBackup {
  try {
    return checkBackup(draft, key);
  } catch (error) {
    if (isAppError(error)) throw new AppError('backup.unsound', {}, { cause: error });
    throw error;
  }
}
