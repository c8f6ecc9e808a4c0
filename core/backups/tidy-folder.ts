import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupName, type Retention, setAsideAt } from '../domain/backup';
import { type BackupFolder, namesIn, syncFolder } from './files';
import { outdated } from './generations';
import { listBackups } from './list-backups';
import type { Backup } from './read-backup';

type Named = Backup & { name: BackupName };

const dayMs = 86_400_000;

/**
 * Removes the backups that have had their day, and what a restore set aside because it couldn't be read: that holds people,
 * too. In a folder of somebody's choice what can't be read with this key may be another desk's and stays. Answers what was
 * removed.
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
  ).map(({ path }) => path);
  if (folder.own) old.push(...outdatedSetAside(folder.path, now - retention.maxAgeDays * dayMs));
  for (const path of old) rmSync(path, { recursive: true, force: true });
  if (old.length > 0) syncFolder(folder.path);
  return old;
}

function outdatedSetAside(folder: string, before: number): string[] {
  return namesIn(folder)
    .filter((name) => (setAsideAt(name) ?? Number.POSITIVE_INFINITY) <= before)
    .map((name) => join(folder, name));
}
