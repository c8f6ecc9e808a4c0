import { chainStart, entryHash } from '../../core/db/audit';
import type { Database } from '../../core/db/types';
import { type EntryRow, entryColumns } from '../../core/services/audit-log/entry-rows';

/** Who has the database's key can do anything to the file: the guards that keep the app from it are dropped first. */
export function behindTheBack(db: Database, ...statements: string[]): void {
  db.client.exec(
    'drop trigger if exists audit_event_no_update; drop trigger if exists audit_event_no_delete;',
  );
  for (const sql of statements) db.client.exec(sql);
}

/** Makes every hash fit again, as somebody would who knows how they are made. */
export function rehash(db: Database): void {
  let previous = chainStart;
  for (const row of db.statement<EntryRow>(`select ${entryColumns} from audit_event order by n`).all()) {
    const { previousHash: _before, hash: _was, ...entry } = row;
    const hash = entryHash(previous, entry);
    db.client
      .prepare('update audit_event set previous_hash = ?, hash = ? where desk_id = ? and n = ?')
      .run(previous, hash, row.deskId, row.n);
    previous = hash;
  }
}
