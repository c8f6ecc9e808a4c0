import type { Background } from '../core/background/tasks';
import { type FileToMigrate, needsMigration } from '../core/db/migrate-file';
import { AppError, isAppError } from '../core/errors/app-error';
import type { ErrorCode } from '../core/errors/catalogue';
import type { Clock } from '../core/ports';
import type { Report } from './desk-host';

interface Parts extends FileToMigrate {
  /** In the data folder: a stick that isn't there must keep nobody out. */
  backupsFolder: string;
  background: Background;
  clock: Clock;
  report: Report;
}

/**
 * A database of an earlier version is backed up before it is changed, and neither is done in the thread that answers
 * windows. Without a backup that was read back nothing is changed. Errors: `database.no_room_first`,
 * `database.not_backed_up`, and those of `openDatabase`.
 */
export async function migrateFirst(parts: Parts): Promise<void> {
  const { path, key, migrationsFolder, background, report } = parts;
  const file = { path, key, migrationsFolder };
  if (!needsMigration(file)) return;
  report('backingUp');
  await backUp(parts);
  report('migrating');
  await background('migrate', file);
}

async function backUp({ path, key, backupsFolder, background, clock }: Parts): Promise<void> {
  const folder = { path: backupsFolder, own: true };
  try {
    await background('makeBackup', { databasePath: path, key, folder, kind: 'migration', now: clock.now() });
  } catch (error) {
    if (!isAppError<ErrorCode>(error) || error.code.startsWith('database.')) throw error;
    const code = error.code === 'backup.disk_full' ? 'database.no_room_first' : 'database.not_backed_up';
    throw new AppError(code, { path: backupsFolder }, { cause: error });
  }
}
