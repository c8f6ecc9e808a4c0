import { constants, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCopy } from '../backups/copy-database';
import { discard, draftPath, namesIn, publish } from '../backups/files';
import { connect } from '../db/connection';
import { somePageFits } from '../db/key-check';
import { rekey } from '../db/rekey';
import { parseBackupName } from '../domain/backup';

export interface BackupsToRekey {
  databasePath: string;
  /** In the data folder. The one that somebody chose is looked up in the database. */
  ownFolder: string;
  /** Earlier keys of the database. */
  from: Uint8Array[];
  /** Its key now. */
  to: Uint8Array;
}

/**
 * Encrypts anew every backup in this desk's folders that was made under an earlier key; each is replaced when its new form was
 * read back, so that a kill leaves one or the other. What can't be read or written stays as it is, under its old key: a stick
 * that isn't there keeps nobody out. Answers how many changed and how many could not.
 */
export function rekeyBackups(
  { databasePath, ownFolder, from, to }: BackupsToRekey,
  tell: (stage: string) => void = () => undefined,
): { changed: number; left: number } {
  const folders = [ownFolder, ...chosenFolder(databasePath, to)];
  const paths = folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => parseBackupName(name) !== null)
      .map((name) => join(folder, name)),
  );
  const count = { changed: 0, left: 0 };
  for (const [index, path] of paths.entries()) {
    tell(`${index}/${paths.length}`);
    const key = keyOf(path, from);
    if (key === null) continue;
    try {
      renew(path, key, to, databasePath);
      count.changed += 1;
    } catch {
      count.left += 1;
    }
  }
  return count;
}

function renew(path: string, key: Uint8Array, newKey: Uint8Array, databasePath: string): void {
  const draft = draftPath(path, databasePath);
  discard(draft);
  try {
    copyFileSync(path, draft, constants.COPYFILE_EXCL);
    rekey(draft, key, newKey);
    checkCopy(draft, newKey);
    publish(draft, path);
  } finally {
    discard(draft);
  }
}

function keyOf(path: string, keys: readonly Uint8Array[]): Uint8Array | null {
  try {
    return keys.find((key) => somePageFits(path, key)) ?? null;
  } catch {
    return null;
  }
}

/** None, or the folder that Settings → Backups names. */
function chosenFolder(databasePath: string, key: Uint8Array): string[] {
  try {
    const client = connect(databasePath, key, 'read');
    try {
      const row = client.prepare<[], { folder: string | null }>('select folder from backup_settings').get();
      return row?.folder == null ? [] : [row.folder];
    } finally {
      client.close();
    }
  } catch {
    // A database from before there were such settings.
    return [];
  }
}
