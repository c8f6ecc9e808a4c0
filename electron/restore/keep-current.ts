import { existsSync } from 'node:fs';
import type { Background } from '../../core/background/tasks';
import { setAsideName } from '../../core/domain/backup';
import { isAppError } from '../../core/errors/app-error';
import type { ErrorCode } from '../../core/errors/catalogue';

/** How the state before a restore is kept. */
export interface Kept {
  /** The name of a backup of it. */
  keptAs: string | null;
  /** The folder its files are put in as they are. */
  setAside: string | null;
}

interface Current {
  database: string;
  /** The key it opens with; `null`: it couldn't be opened. */
  key: Uint8Array | null;
  /** Nobody was set up: there is nothing to keep. */
  empty: boolean;
  backupsFolder: string;
  now: number;
}

/**
 * Keeps what is there, before anything of it is replaced: as a backup that can be restored itself; where it can't be read, as
 * the files it is. Errors: those of making a backup, but for a database that can't be read.
 */
export async function keepCurrent(background: Background, current: Current): Promise<Kept> {
  const { database, key, empty, backupsFolder, now } = current;
  if (!existsSync(database) || empty) return { keptAs: null, setAside: null };
  const aside = { keptAs: null, setAside: setAsideName(now) };
  if (key === null) return aside;
  try {
    const folder = { path: backupsFolder, own: true };
    const made = await background('makeBackup', {
      databasePath: database,
      key,
      folder,
      kind: 'restore',
      now,
    });
    return { keptAs: made.file, setAside: null };
  } catch (error) {
    if (isUnreadable(error)) return aside;
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  return (
    isAppError<ErrorCode>(error) &&
    ['database.corrupt', 'database.unreadable', 'database.key_wrong', 'backup.unsound'].includes(error.code)
  );
}
