import { type ChainedEntry, chainStart } from '../../db/audit';
import type { ReadDb } from '../../db/types';

/** An audit entry as it is stored. */
export interface EntryRow extends ChainedEntry {
  previousHash: string;
  hash: string;
}

export const entryColumns = `id, desk_id as deskId, n, at, hlc, actor_id as actorId, action, outcome,
  subject_type as subjectType, subject_id as subjectId, site_id as siteId, data, previous_hash as previousHash, hash`;

const desks = `with recursive desk(id) as (
    select min(desk_id) from audit_event
    union all
    select (select min(desk_id) from audit_event where desk_id > desk.id) from desk where desk.id is not null)
  select id from desk where id is not null`;

/** The desks whose entries are here, by as many steps as there are desks. */
export function desksOf(db: ReadDb): string[] {
  return db
    .statement<{ id: string }>(desks)
    .all()
    .map(({ id }) => id);
}

export interface Head {
  n: number;
  hash: string;
}

const last = 'select n, hash from audit_event where desk_id = ? order by n desc limit 1';

/** Where a desk's chain ends. */
export function headOf(db: ReadDb, deskId: string): Head {
  return db.statement<Head>(last).get(deskId) ?? { n: 0, hash: chainStart };
}

/** The hash of one entry, when it is there. */
export function hashAt(db: ReadDb, deskId: string, n: number): string | undefined {
  if (n === 0) return chainStart;
  const one = 'select hash from audit_event where desk_id = ? and n = ?';
  return db.statement<{ hash: string }>(one).get(deskId, n)?.hash;
}

/** All entries there are, by their numbers: what a walk through all of them is measured by. */
export function entryCount(db: ReadDb): number {
  return desksOf(db).reduce((sum, deskId) => sum + headOf(db, deskId).n, 0);
}
