import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { keyCheckPath } from '../../db/key-check';
import { openRefusal } from '../../db/sqlite-errors';
import { syncFolder } from '../files';
import { makeOwnFolder, moveIfThere, writeWhole } from './durable';

/** The files a restore replaces. */
export interface Places {
  /** The data folder holds it. */
  database: string;
  anchorFile: string;
  /** Where backups lie by default: what can't be read is kept there as it is. */
  backupsFolder: string;
}

/** What was restored, and where the state before it went: kept with the files until they are in their places. */
const restoredNote = z.strictObject({
  /** When the backup was made; UTC ms. */
  backupAt: z.number().int(),
  /** The name of the backup that holds the state before; `null`: there was none, or it couldn't be read. */
  keptAs: z.string().nullable(),
  /** The folder among the backups where files that can't be read are put; `null`: there were none. */
  setAside: z
    .string()
    .regex(/^damaged-\d{8}-\d{6}$/)
    .nullable(),
});
export type RestoredNote = z.infer<typeof restoredNote>;

/**
 * Where the files of a restore are made ready, each under the name it will have: the database, its key check and the anchor of
 * its log. The note is written last, when all of them are on the disk: from then on the restore is decided, and a start that finds it
 * finishes it. Without the note it never happened.
 */
export interface Staging {
  folder: string;
  database: string;
  anchorFile: string;
}

export function stagingFor({ database }: Pick<Places, 'database'>): Staging {
  const folder = join(dirname(database), 'restoring');
  return {
    folder,
    database: join(folder, 'atrium.db'),
    anchorFile: join(folder, 'atrium.anchor'),
  };
}

const noteFile = (folder: string) => join(folder, 'ready.json');

/** An empty place; what an earlier attempt left is gone. Errors: `database.unreadable`, `database.disk_full`. */
export function beginStaging(places: Pick<Places, 'database'>): Staging {
  const staging = stagingFor(places);
  try {
    discardStaging(staging);
    makeOwnFolder(staging.folder);
  } catch (error) {
    throw openRefusal(error, places.database) ?? error;
  }
  return staging;
}

export function discardStaging({ folder }: Pick<Staging, 'folder'>): void {
  rmSync(folder, { recursive: true, force: true });
}

/** From here on there is no way back but another restore. */
export function decide({ folder }: Staging, note: RestoredNote): void {
  syncFolder(folder);
  syncFolder(dirname(folder));
  writeWhole(noteFile(folder), `${JSON.stringify(note)}\n`);
}

/**
 * Puts decided files into their places; undecided ones are taken away. To be called before anything opens the database, at
 * every start: each step may be the one a kill came after. Answers what was restored, or `null`.
 */
export function finishRestore(places: Places): RestoredNote | null {
  const staging = stagingFor(places);
  if (!existsSync(staging.folder)) return null;
  const note = readNote(staging.folder);
  if (note !== null) swap(staging, places, note);
  discardStaging(staging);
  syncFolder(dirname(staging.folder));
  return note;
}

function readNote(folder: string): RestoredNote | null {
  try {
    return restoredNote.parse(JSON.parse(readFileSync(noteFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

function swap(staging: Staging, places: Places, { setAside }: RestoredNote): void {
  // As long as the new database isn't in its place, what lies there is the old one.
  if (existsSync(staging.database)) {
    if (setAside === null) removeLog(places.database);
    else putAside(places, join(places.backupsFolder, setAside));
    moveIfThere(staging.database, places.database);
  }
  moveIfThere(keyCheckPath(staging.database), keyCheckPath(places.database));
  moveIfThere(staging.anchorFile, places.anchorFile);
}

/** The backup made of the old state holds all of it; left here, its log would be taken for the new database's. */
function removeLog(database: string): void {
  for (const end of ['-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  syncFolder(dirname(database));
}

/** As it is, with its log and key check: somebody may still get something out of it. */
function putAside({ database }: Places, folder: string): void {
  makeOwnFolder(folder);
  for (const end of ['-shm', '-wal', '']) moveIfThere(`${database}${end}`, join(folder, `atrium.db${end}`));
  moveIfThere(keyCheckPath(database), join(folder, 'atrium.key-check'));
}
