import { formatHlc } from '../../db/hlc';
import { lastReadingOf } from '../../db/last-reading';
import type { Database, ReadDb } from '../../db/types';
import type { Ids } from '../../ports';

/**
 * What the state that is left behind has used up already, and must not be used again: readings of the clock that orders
 * changes, and the latest moment this desk has seen. Empty text and 0 where nothing is known.
 */
export interface UsedUp {
  reading: string;
  highWaterAt: number;
}

export function usedUpIn(db: Database): UsedUp {
  const mark = db.statement<{ at: number }>('select high_water_at as at from clock_mark').get();
  return { reading: lastReadingOf(db.client)(), highWaterAt: mark?.at ?? 0 };
}

/** Where the database can't be read: no reading was made later than that moment (UTC ms), as far as anybody knows. */
export function usedUpBy(moment: number): UsedUp {
  return { reading: formatHlc(moment, 0xffff, ''), highWaterAt: moment };
}

/**
 * A restored desk is another one than the desk it was (sync.md): its log goes on as a chain of its own, so that entries of the
 * state left behind and those to come never bear the same number, and its clock begins after everything that was. The file
 * has to be opened anew afterwards. Answers the new desk's id.
 */
export function beginIncarnation(db: Database, ids: Ids, { reading, highWaterAt }: UsedUp): string {
  const deskId = ids.next();
  const own = lastReadingOf(db.client)();
  const latest = (reading > own ? reading : own).slice(0, 16);
  db.client
    .prepare('update sync_state set desk_id = ?, epoch = ?, cursor = 0, last_hlc = ? where id = 1')
    .run(deskId, ids.next(), `${latest}-${deskId}`);
  db.client
    .prepare(
      `insert into clock_mark (id, high_water_at) values (1, ?)
       on conflict do update set high_water_at = max(high_water_at, excluded.high_water_at)`,
    )
    .run(highWaterAt);
  return deskId;
}

/** Tables of the desk and not of the organisation, which a restore leaves as they are: rows with the same columns. */
const desksOwn = ['recovery_code', 'backup_settings', 'backup_outcome'] as const;

type Row = Record<string, string | number | null>;

/** To be put into the restored file: what belongs to this desk whatever the organisation's state is. */
export function ownRows(db: ReadDb): Record<string, Row[]> {
  return Object.fromEntries(
    desksOwn.map((table) => [table, db.statement<Row>(`select * from ${table}`).all()]),
  );
}

export function putOwnRows(db: Database, rows: Record<string, Row[]>): void {
  for (const table of desksOwn) {
    db.client.prepare(`delete from ${table}`).run();
    for (const row of rows[table] ?? []) {
      const columns = Object.keys(row);
      db.client
        .prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
        .run(...Object.values(row));
    }
  }
}
