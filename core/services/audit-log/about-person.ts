import type { ReadDb } from '../../db/types';
import { type EntryRow, entryColumns } from './entry-rows';
import type { Span } from './newest-first';

/** The condition on the type is the index's. */
const about = `select ${entryColumns} from audit_event
  where subject_type in ('user', 'invitation')
    and subject_id in (
      select value from json_each(?)
      union all select id from invitation where reactivates_user_id = ?
      union all select id from invitation where accepted_user_id = ?)
    and hlc < ? and at >= ? and at < ?
  order by hlc desc limit ?`;

const chunkSize = 100;
/** Later than any reading. */
const end = '~';

/** Entries about a person and about the invitations that brought them or were to bring them back, newest first. */
export function* aboutPerson(db: ReadDb, id: string, { after, from, before }: Span): Generator<EntryRow> {
  let cursor = after ?? end;
  for (;;) {
    const bounds = [cursor, from ?? 0, before ?? Number.MAX_SAFE_INTEGER, chunkSize];
    const rows = db.statement<EntryRow>(about).all(JSON.stringify([id]), id, id, ...bounds);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunkSize) return;
    cursor = last.hlc;
  }
}
