import { join } from 'node:path';
import type { BackupFolder } from '../../../core/backups/files';
import { type BackupOrder, makeBackup } from '../../../core/backups/make-backup';
import { givenOrganisation, givenUser } from '../../support/builders';
import { createTestDb, type TestDb } from '../../support/db';
import { testKey } from '../../support/options';

export const otherKey: Uint8Array = Buffer.alloc(32, 9);

/** A desk that is open, with an organisation and two people, and the folder its backups go to. */
export interface BackedUpDesk extends TestDb {
  backups: BackupFolder;
  order(changes?: Partial<BackupOrder>): BackupOrder;
  make(changes?: Partial<BackupOrder>): ReturnType<typeof makeBackup>;
}

export function backedUpDesk(): BackedUpDesk {
  const desk = createTestDb();
  givenOrganisation(desk.db);
  givenUser(desk.db, { displayName: 'Quetzalcoatlina Öst', email: 'quetzalcoatlina@example.org' });
  givenUser(desk.db);
  const backups = { path: join(desk.folder, 'backups'), own: true };
  const order = (changes: Partial<BackupOrder> = {}): BackupOrder => ({
    databasePath: join(desk.folder, 'atrium.db'),
    key: testKey,
    folder: backups,
    kind: 'manual',
    now: desk.clock.now(),
    ...changes,
  });
  return Object.assign(desk, { backups, order, make: (changes = {}) => makeBackup(order(changes)) });
}
