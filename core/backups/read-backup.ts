import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { connect, readRoots } from '../db/connection';
import { pageSize, somePageFits } from '../db/key-check';
import { type BackupName, parseBackupName } from '../domain/backup';
import { AppError } from '../errors/app-error';
import { type BackupFacts, readFacts } from './facts';

/** A file as it lies there. */
export interface BackupFile {
  /** Absolute. */
  path: string;
  file: string;
  /** `null`: it has a name of somebody else's giving. */
  name: BackupName | null;
  /** Bytes. */
  size: number;
}

/** `otherKey`: it was made under another key, and is as good as that key. `damaged`: it can't be read with any. */
export type ReadableBackup = BackupFile & { state: 'readable'; facts: BackupFacts };
export type Backup = ReadableBackup | (BackupFile & { state: 'otherKey' | 'damaged'; facts: null });

/** `null`: there is no such file. */
export function backupFile(path: string): BackupFile | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return null;
  const file = basename(path);
  return { path, file, name: parseBackupName(file), size: found.size };
}

/**
 * What is in a backup, by its first pages and its counts: a second at most. Whether every page of it is sound is what
 * `checkBackup` tells. `null`: there is no such file.
 */
export function readBackup(path: string, key: Uint8Array): Backup | null {
  const file = backupFile(path);
  if (file === null) return null;
  const { size } = file;
  try {
    if (size < pageSize || size % pageSize !== 0) return { ...file, state: 'damaged', facts: null };
    if (!somePageFits(path, key)) return { ...file, state: 'otherKey', facts: null };
    const client = connect(path, key, 'read');
    try {
      readRoots(client);
      return { ...file, state: 'readable', facts: readFacts(client) };
    } finally {
      client.close();
    }
  } catch {
    return { ...file, state: 'damaged', facts: null };
  }
}

/**
 * Reads every page: each carries its own check, so that no bit and no byte can be missing. Seconds at 100 000 people.
 * Errors: `backup.gone`, `backup.other_key`, `backup.damaged`.
 */
export function checkBackup(path: string, key: Uint8Array): ReadableBackup {
  const backup = readBackup(path, key);
  if (backup === null) throw new AppError('backup.gone');
  if (backup.state === 'otherKey') throw new AppError('backup.other_key');
  if (backup.state !== 'readable' || !isSound(path, key)) throw new AppError('backup.damaged');
  return backup;
}

function isSound(path: string, key: Uint8Array): boolean {
  try {
    const client = connect(path, key, 'read');
    try {
      return client.pragma('integrity_check', { simple: true }) === 'ok';
    } finally {
      client.close();
    }
  } catch {
    return false;
  }
}
