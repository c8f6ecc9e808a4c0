import type { ReadDb } from '../../db/types';
import { phrase } from './needle';

/** How many entries hold the needle. */
export interface Hits {
  count: number;
  /** There are more: it was not worth counting on. */
  more: boolean;
}

/** Letters of one trigram. */
const trigram = 3;

/**
 * How far hits are counted: enough to tell a rare needle from a common one, and little enough for a common one. A single
 * trigram is one list to count along; a longer needle compares the places of several.
 */
const countedUpTo = { trigram: 5000, phrase: 1000 } as const;

export function countHits(db: ReadDb, needle: string): Hits {
  const most = [...needle].length === trigram ? countedUpTo.trigram : countedUpTo.phrase;
  const sql = `select count(*) as n from (
    select 1 from directory_search where directory_search match ? limit ${most + 1})`;
  const count = db.statement<{ n: number }>(sql).get(phrase(needle))?.n ?? 0;
  return { count, more: count > most };
}
