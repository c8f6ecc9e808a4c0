import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../errors/app-error';

/** Where backups go. */
export interface BackupFolder {
  /** Absolute. */
  path: string;
  /** Our own, in the data folder: made when it isn't there. One that somebody chose may be a stick that is pulled out. */
  own: boolean;
}

/**
 * Sees to it that files can be written there, before anything is. Errors: `backup.folder_missing`,
 * `backup.folder_unwritable`, `backup.disk_full`.
 * @param bytes that are going to be written
 */
export function requireRoom({ path, own }: BackupFolder, bytes: number): void {
  if (own) makeOwn(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('backup.folder_missing', { folder: path });
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new AppError('backup.folder_unwritable', { folder: path }, { cause: error });
  }
  const free = freeBytes(path);
  if (free !== null && free < bytes) throw new AppError('backup.disk_full', { folder: path, needed: bytes });
}

function makeOwn(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new AppError('backup.folder_unwritable', { folder: path }, { cause: error });
  }
}

/** `null`: the file system doesn't say. */
function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize, blocks } = statfsSync(path);
    return blocks === 0 ? null : bavail * bsize;
  } catch {
    return null;
  }
}

/** An empty file that only its owner can read; SQLite writes into it. One that is there already is an error of the system. */
export function makeEmpty(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

/** The file gets its name when every byte of it is on the disk; the name is then there too. */
export function publish(draft: string, path: string): void {
  syncFile(draft);
  renameSync(draft, path);
  syncFolder(dirname(path));
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Some systems have no way to sync a folder: there a rename lasts by itself or not. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows, and some file systems of sticks and shares.
  }
}

/**
 * A name for what isn't whole yet. It tells by which database it was begun, so that a desk takes away what was left by a
 * kill of its own, and nothing of another desk's that backs up into the same folder.
 */
export function draftPath(path: string, databasePath: string): string {
  return `${path}.${ownerTag(databasePath)}.part`;
}

/** What a kill left behind of this database's backups and copies. Not to be called while one is being made. */
export function removeLeftovers(folder: string, databasePath: string): void {
  const ending = `.${ownerTag(databasePath)}.part`;
  for (const name of namesIn(folder)) if (name.endsWith(ending)) discard(join(folder, name));
}

/** Empty when the folder isn't there or can't be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What is left of an act that failed. A folder that is gone took it along. */
export function discard(draft: string): void {
  try {
    for (const file of [draft, `${draft}-journal`]) if (existsSync(file)) rmSync(file, { force: true });
  } catch {
    // A stick that is pulled out, or a folder that lets nothing be removed: the next start tries again.
  }
}

function ownerTag(databasePath: string): string {
  return createHash('sha256').update(resolve(databasePath)).digest('hex').slice(0, 8);
}
