import { rmSync } from 'node:fs';
import type { BackupName, Retention } from '../domain/backup';
import type { BackupFolder } from './files';
import { syncFolder } from './files';
import { outdated } from './generations';
import { listBackups } from './list-backups';
import type { Backup } from './read-backup';

type Named = Backup & { name: BackupName };

/**
 * Removes the backups that have had their day. Called when a newer one is there and checked. In a folder of somebody's choice
 * what can't be read with this key may be another desk's and stays. Answers what was removed.
 */
export function tidyFolder(
  folder: BackupFolder,
  key: Uint8Array,
  retention: Retention,
  now: number,
): string[] {
  const ours = listBackups(folder.path, key)
    .filter((backup): backup is Named => backup.name !== null)
    .filter(({ state }) => folder.own || state === 'readable');
  const old = outdated(
    ours.map((backup) => ({ ...backup.name, good: backup.state === 'readable', path: backup.path })),
    retention,
    now,
  );
  for (const { path } of old) rmSync(path, { force: true });
  if (old.length > 0) syncFolder(folder.path);
  return old.map(({ path }) => path);
}
