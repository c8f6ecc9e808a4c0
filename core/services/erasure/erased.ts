import type { ReadDb } from '../../db/types';
import type { Erasure, ErasureMark } from '../../ports';

/** What a database itself says is erased, oldest first. Looks through the three tables. */
export function erasuresIn(db: ReadDb): Erasure[] {
  return db.statement<Erasure & { reading: string | null }>(everErased).all().map(timed).sort(byTime);
}

/** By the reading of the operation where the row has no moment of its own. */
const everErased = `
  select 'user' as kind, id, deleted_hlc as reading, 0 as at from user where deleted_hlc is not null
  union all
  select 'invitation', id, coalesce(ver ->> '$.email', created_hlc), 0 from invitation where email is null
  union all
  select 'visit', id, null, anonymised_at from visit where anonymised_at is not null`;

/** The number of a database's last operation, 0 while there is none. */
export function lastOperation(db: ReadDb): number {
  return db.statement<{ n: number | null }>('select max(n) as n from change_op').get()?.n ?? 0;
}

export function markAt(db: ReadDb, n: number): ErasureMark | null {
  return db.statement<ErasureMark>('select n, op_id as opId from change_op where n = ?').get(n) ?? null;
}

/** Whether a database holds the operation a mark names: if not, it is an older one, or another. */
export function holds(db: ReadDb, { n, opId }: ErasureMark): boolean {
  return markAt(db, n)?.opId === opId;
}

const noted = `
  select tbl as kind, pk as id, hlc as reading, 0 as at from change_op
  where n > ? and n <= ? and (
    (tbl = 'user' and json_type(patch, '$.deleted_hlc') = 'text')
    or (tbl = 'invitation' and json_type(patch, '$.email') = 'null')
    or (tbl = 'visit' and json_type(patch, '$.anonymised_at') = 'integer'))
  order by n`;

/** What was erased by the operations after one and up to another. */
export function erasuresBetween(db: ReadDb, after: number, upTo: number): Erasure[] {
  return db.statement<Erasure & { reading: string }>(noted).all(after, upTo).map(timed);
}

const living: Record<Erasure['kind'], string> = {
  user: 'select u.id from json_each(?) j cross join user u on u.id = j.value where u.deleted_hlc is null',
  invitation: `select i.id from json_each(?) j cross join invitation i on i.id = j.value
    where i.email is not null and i.removed_at is null and i.deleted_hlc is null`,
  visit: `select v.id from json_each(?) j cross join visit v on v.id = j.value
    where v.anonymised_at is null and v.deleted_hlc is null`,
};

/** Those of a kind that the database still knows, in the order of the list. */
export function alive(db: ReadDb, kind: Erasure['kind'], erasures: readonly Erasure[]): string[] {
  const ids = erasures.filter((erasure) => erasure.kind === kind).map(({ id }) => id);
  return db.column<string>(living[kind]).all(JSON.stringify(ids));
}

/** A reading begins with its moment: 12 hex digits of UTC ms. */
function timed({ kind, id, at, reading }: Erasure & { reading: string | null }): Erasure {
  return { kind, id, at: reading === null ? at : Number.parseInt(reading.slice(0, 12), 16) };
}

function byTime(a: Erasure, b: Erasure): number {
  return a.at - b.at;
}
