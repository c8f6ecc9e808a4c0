import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkCopy, copyDatabase } from '../backups/copy-database';
import { writingFailure } from '../backups/failure';
import { requireRoom, syncFile, syncFolder } from '../backups/files';
import { createIds } from '../db/ids';
import { keyCheckPath } from '../db/key-check';
import { openDatabase } from '../db/open';
import { rekey } from '../db/rekey';
import { requireOrganisation } from '../services/organisation/organisation-rows';
import { systemRandom } from '../system';
import { type KeyChangePlan, stagedPath } from './plan';

const reserve = 1024 * 1024;

/**
 * Makes the database under its new key ready beside the one there is, which nobody has open and which stays as it is: copied,
 * encrypted anew, every page read back, and with the entry that says who did it. On the disk when it returns. Takes seconds
 * where there are many people. Errors: `backup.disk_full`, `backup.folder_unwritable`, `backup.unsound`, `database.*`.
 */
export function stageDatabase({ databasePath, key, newKey, actorId, now, migrationsFolder }: KeyChangePlan) {
  const staged = stagedPath(databasePath);
  const folder = dirname(databasePath);
  const needed = 2 * statSync(databasePath).size + reserve;
  requireRoom({ path: folder, own: true }, needed);
  discardStaged(databasePath);
  mkdirSync(dirname(staged), { mode: 0o700 });
  try {
    copyDatabase(databasePath, key, staged);
    rekey(staged, key, newKey);
    checkCopy(staged, newKey);
    noteChange();
    syncFile(staged);
    syncFolder(dirname(staged));
  } catch (error) {
    discardStaged(databasePath);
    throw writingFailure(error, folder, needed);
  }

  function noteChange(): void {
    const clock = { now: () => now };
    const ids = createIds({ clock, random: systemRandom });
    const options = { path: staged, key: newKey, clock, ids, random: systemRandom, migrationsFolder };
    const db = openDatabase(options);
    try {
      db.write(actorId, (tx) => {
        tx.audit({
          action: 'key.change',
          subject: { type: 'organisation', id: requireOrganisation(tx).id },
        });
      });
    } finally {
      db.close();
    }
    if (existsSync(`${staged}-wal`)) throw new Error('The database under its new key was not closed whole');
  }
}

/**
 * Puts it in the place of the old one: before the rename nothing has happened, after it all has. The key store has to hold
 * both keys by now.
 */
export function swapStaged(databasePath: string): void {
  const staged = stagedPath(databasePath);
  renameSync(staged, databasePath);
  renameSync(keyCheckPath(staged), keyCheckPath(databasePath));
  syncFolder(dirname(databasePath));
  discardStaged(databasePath);
}

/** What an attempt left that came to nothing. */
export function discardStaged(databasePath: string): void {
  rmSync(dirname(stagedPath(databasePath)), { recursive: true, force: true });
}
