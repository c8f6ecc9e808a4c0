import { existsSync } from 'node:fs';
import { createIds } from '../../db/ids';
import { type OpenOptions, openDatabase } from '../../db/open';
import { rekey } from '../../db/rekey';
import type { Database } from '../../db/types';
import { AppError, isAppError } from '../../errors/app-error';
import type { Erasure } from '../../ports';
import type { DeskHead } from '../../services/audit-log/heads';
import { readOrganisation } from '../../services/organisation/organisation-rows';
import { systemRandom } from '../../system';
import { codeOf } from '../failure';
import { syncFile } from '../files';
import { checkBackup } from '../read-backup';
import { leftBehind, nothingLeft } from './current-state';
import { copyOwnFile } from './durable';
import { beginIncarnation, putOwnRows } from './incarnation';
import { type Settled, settleRestored } from './settle-restored';
import { beginStaging, discardStaging, type Staging } from './staging';

export interface KeyedFile {
  path: string;
  /** 32 bytes. */
  key: Uint8Array;
}

export interface RestoreInput {
  /** Where the desk's database lies; the restored one is made ready beside it. */
  database: string;
  backup: KeyedFile;
  /** The key the restored database gets; `null`: it keeps the backup's. */
  newKey: Uint8Array | null;
  /** The state that is left behind; `null`: it can't be read, or there is none. */
  current: KeyedFile | null;
  /** What was erased for good, as noted outside of all backups. */
  erasures: readonly Erasure[];
  /** Who restores, as they are called now; `null`: nobody is signed in. */
  actor: { id: string; name: string } | null;
  /** The latest moment anybody knows of besides, UTC ms: readings of the clock must not come again. */
  latestKnown: number;
  /** UTC ms. */
  now: number;
  migrationsFolder: string;
}

export interface Prepared extends Settled {
  /** When the backup was made, as its own log tells: UTC ms. */
  backupAt: number;
  /** Where the restored desk's log ends: what has to be anchored. */
  head: DeskHead;
}

/**
 * Makes the restored database ready in its staging place: a copy of the backup, checked, brought to this version's schema,
 * with its sessions ended, its secrets void and everything that was erased since erased again. Whole and on the disk when it
 * returns; the desk's own files are untouched, and when it throws nothing is left of it. Takes seconds where there are many
 * people. Errors: `backup.damaged`, `backup.other_key`, `restore.newer`, `restore.empty`, `restore.no_admin`,
 * `database.disk_full`.
 */
export function prepareRestore(input: RestoreInput): { staging: Staging; prepared: Prepared } {
  const staging = beginStaging({ database: input.database });
  try {
    const left =
      input.current === null ? nothingLeft(input.latestKnown) : leftBehind(optionsOf(input, input.current));
    stageBackup(input, staging);
    if (input.newKey !== null) rekey(staging.database, input.backup.key, input.newKey);
    const options = optionsOf(input, { path: staging.database, key: input.newKey ?? input.backup.key });
    const first = openStaged(options);
    let backupAt: number;
    try {
      backupAt = lastMoment(first);
      beginIncarnation(first, options.ids, left.usedUp);
      if (left.own !== null) putOwnRows(first, left.own);
    } finally {
      first.close();
    }
    // Opened anew as the desk it now is.
    const db = openDatabase(options);
    let prepared: Prepared;
    try {
      const settled = settleRestored(db, {
        backupAt,
        actor: input.actor,
        erasures: [...input.erasures, ...left.erasures],
        leftHeads: left.heads,
      });
      prepared = { ...settled, backupAt };
    } finally {
      db.close();
    }
    requireNoLog(staging.database);
    syncFile(staging.database);
    return { staging, prepared };
  } catch (error) {
    discardStaging(staging);
    throw restoreRefusal(error);
  }
}

export function optionsOf(
  { now, migrationsFolder }: Pick<RestoreInput, 'now' | 'migrationsFolder'>,
  { path, key }: KeyedFile,
): OpenOptions {
  const clock = { now: () => now };
  return {
    path,
    key,
    clock,
    ids: createIds({ clock, random: systemRandom }),
    random: systemRandom,
    migrationsFolder,
  };
}

/**
 * Copied before it is opened, and every page of the copy read: a backup is never written to, and may lie where nothing can be.
 */
export function stageBackup({ backup }: Pick<RestoreInput, 'backup'>, staging: Staging): void {
  copyOwnFile(backup.path, staging.database);
  checkBackup(staging.database, backup.key);
}

/** The copy of a backup, brought to this version. */
export function openStaged(options: OpenOptions): Database {
  const db = openDatabase(options);
  try {
    if (readOrganisation(db) === null) throw new AppError('restore.empty');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** When the last thing happened that the file knows of. */
export function lastMoment(db: Database): number {
  const last = 'select max(at) as at from audit_event';
  return db.statement<{ at: number | null }>(last).get()?.at ?? 0;
}

/** The database closes with all of it in one file; else a part would stay behind. */
function requireNoLog(path: string): void {
  if (existsSync(`${path}-wal`)) throw new Error('The restored database was not closed whole');
}

/** What can be wrong with a backup, said of the backup and not of the desk's own database. */
export function restoreRefusal(error: unknown): unknown {
  if (isAppError(error, 'database.newer')) {
    const { found, known } = error.data;
    return new AppError('restore.newer', { found, known }, { cause: error });
  }
  if (isAppError(error)) return error;
  const code = codeOf(error) ?? '';
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code))
    return new AppError('database.disk_full', {}, { cause: error });
  if (code === 'ENOENT') return new AppError('backup.gone', {}, { cause: error });
  if (/^(SQLITE_(CORRUPT|NOTADB)|EACCES|EPERM|EIO|EISDIR)/.test(code))
    return new AppError('backup.damaged', {}, { cause: error });
  return error;
}
