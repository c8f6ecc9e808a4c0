import { desc, isNull } from 'drizzle-orm';
import { licence } from '../../db/schema';
import type { ReadDb, Tx } from '../../db/types';

export interface LicenceRow {
  id: string;
  token: string;
  importedAt: number;
}

/** The licence imported last: the one that counts. */
export function latestLicence(db: ReadDb): LicenceRow | undefined {
  return db.orm
    .select({ id: licence.id, token: licence.token, importedAt: licence.importedAt })
    .from(licence)
    .where(isNull(licence.deletedHlc))
    .orderBy(desc(licence.importedAt), desc(licence.id))
    .limit(1)
    .get();
}

export function insertLicence(tx: Tx, token: string): LicenceRow {
  const row = { id: tx.newId(), token, importedAt: tx.now };
  tx.insert('licence', row);
  return row;
}
