import type { ReadDb } from '../../db/types';
import { phrase } from './needle';

/** How many entries hold the needle. */
export interface Hits {
  /** Counted up to `knownUpTo` + 1. */
  count: number;
  /** There are more than were counted. */
  more: boolean;
}

/** Up to here hits are counted: enough to tell a rare needle from a common one, cheap enough for a common one. */
export const knownUpTo = 3000;

export function countHits(db: ReadDb, needle: string): Hits {
  const sql = `select count(*) as n from (
    select 1 from directory_search where directory_search match ? limit ${knownUpTo + 1})`;
  const count = db.statement<{ n: number }>(sql).get(phrase(needle))?.n ?? 0;
  return { count, more: count > knownUpTo };
}
