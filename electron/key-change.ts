import { statSync } from 'node:fs';
import type { Background } from '../core/background/tasks';
import { requireRoom } from '../core/backups/files';
import { changeKey } from '../core/key-change/change-key';
import type { Clock, Random } from '../core/ports';
import type { ClosedDesk, Reopen } from './desk-host';

interface Parts {
  databasePath: string;
  backupsFolder: string;
  migrationsFolder: string;
  background: Background;
  random: Random;
  clock: Clock;
  reopen: Reopen;
}

const keyBytes = 32;

/**
 * A new key for the database: kept as it is first, as a backup, then changed while nobody has it open. What goes with the key is
 * settled when the desk opens again. Errors: those of a backup, refused before anybody is disturbed where that can be known.
 */
export function createKeyChange(parts: Parts) {
  const { databasePath, backupsFolder, migrationsFolder, background, random, clock, reopen } = parts;
  const folder = { path: backupsFolder, own: true };

  async function change({ key, keyStore, report }: ClosedDesk, actorId: string): Promise<void> {
    if (key === null) throw new Error('The key of a database that isn’t open can’t be changed');
    const now = clock.now();
    report('backingUp');
    await background('makeBackup', { databasePath, key, folder, kind: 'key', now });
    report('changingKey');
    const newKey = random.bytes(keyBytes);
    const plan = { databasePath, key, newKey, actorId, now, migrationsFolder };
    await changeKey(plan, { keyStore, background });
  }

  return async (actorId: string): Promise<void> => {
    // The backup, and the copy that becomes the database, with room to encrypt it.
    requireRoom(folder, 3 * statSync(databasePath).size);
    await reopen('changingKey', (closed) => change(closed, actorId));
  };
}
