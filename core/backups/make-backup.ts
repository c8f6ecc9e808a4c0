import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BackupKind, backupFileName, parseBackupName } from '../domain/backup';
import { checkCopy, copyDatabase } from './copy-database';
import { writingFailure } from './failure';
import { type BackupFolder, discard, draftPath, publish, requireRoom } from './files';
import type { ReadableBackup } from './read-backup';

export interface BackupOrder {
  databasePath: string;
  /** 32 bytes. */
  key: Uint8Array;
  folder: BackupFolder;
  kind: BackupKind;
  /** UTC ms: stands in its name. */
  now: number;
}

export type BackupStage = 'copying' | 'checking';

/** Beside the copy itself, bytes. */
const reserve = 1024 * 1024;

/**
 * Copies the database as it is at one moment, while others go on writing to it, and has the copy only when every page of it
 * was read back. Takes its time: seconds at 100 000 people. What goes wrong leaves no file and every backup that was there.
 * Errors: `backup.folder_missing`, `backup.folder_unwritable`, `backup.disk_full`, `backup.unsound` (the copy isn't what was
 * written), `database.*` (what is copied can't be read).
 */
export function makeBackup(
  { databasePath, key, folder, kind, now }: BackupOrder,
  stage: (stage: BackupStage) => void = () => undefined,
): ReadableBackup {
  const needed = sizeOf(databasePath) + sizeOf(`${databasePath}-wal`) + reserve;
  requireRoom(folder, needed);
  const path = freePath(folder.path, kind, now);
  const draft = draftPath(path, databasePath);
  try {
    stage('copying');
    copyDatabase(databasePath, key, draft);
    stage('checking');
    const checked = checkCopy(draft, key);
    publish(draft, path);
    return { ...checked, path, file: basename(path), name: parseBackupName(basename(path)) };
  } catch (error) {
    discard(draft);
    throw writingFailure(error, folder.path, needed);
  }
}

/** A name nobody has yet: a second backup within a second takes the next one's. */
function freePath(folder: string, kind: BackupKind, now: number): string {
  for (let at = now; ; at += 1000) {
    const path = join(folder, backupFileName({ kind, at }));
    if (!existsSync(path)) return path;
  }
}

/** Bytes; 0: there is no such file. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
