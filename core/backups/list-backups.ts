import { join } from 'node:path';
import { parseBackupName } from '../domain/backup';
import { namesIn } from './files';
import { type Backup, readBackup } from './read-backup';

/** The backups in a folder, newest first, by the names we give. Empty when there is no such folder. */
export function listBackups(folder: string, key: Uint8Array): Backup[] {
  return namesIn(folder)
    .filter((name) => parseBackupName(name) !== null)
    .sort()
    .reverse()
    .flatMap((name) => readBackup(join(folder, name), key) ?? []);
}
