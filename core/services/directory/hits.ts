import type { ReadDb } from '../../db/types';
import { holds } from './criteria';
import { isShort, phrase, trigram } from './needle';
import { recentHits } from './search-index';

/** How many entries hold the needle. */
export interface Hits {
  /** With `more` no fewer, and for a short needle about so many. */
  count: number;
  /** There are more: it was not worth counting on. */
  more: boolean;
  /** Which they are, when they were found one by one and there are no more; `null`: only the search index knows. */
  found: readonly number[] | null;
  /** Some of them wait to be taken into the search index. */
  recent: boolean;
}

/**
 * How far hits are counted: enough to tell a rare needle from a common one, and little enough for a common one. A single
 * trigram is one list to count along; a longer needle compares the places of several.
 */
const countedUpTo = { trigram: 5000, phrase: 1000 } as const;

export function countHits(db: ReadDb, needle: string): Hits {
  if (isShort(needle)) return countByRow(db, needle);
  return [...needle].length === trigram ? countByTrigram(db, needle) : findPhrase(db, needle);
}

const matching = 'from directory_search where directory_search match ? limit ?';

function countByTrigram(db: ReadDb, needle: string): Hits {
  const most = countedUpTo.trigram;
  const counted = db.statement<{ n: number }>(`select count(*) as n from (select 1 ${matching})`);
  const indexed = counted.get(phrase(needle), most + 1)?.n ?? 0;
  const recent = recentHits(db, needle);
  return { count: indexed + recent.length, more: indexed > most, found: null, recent: recent.length > 0 };
}

/** Places were compared to find them: they are kept, so that the page needn't do it again. */
function findPhrase(db: ReadDb, needle: string): Hits {
  const most = countedUpTo.phrase;
  const indexed = db.column<number>(`select rowid ${matching}`).all(phrase(needle), most + 1);
  const recent = recentHits(db, needle);
  if (indexed.length > most)
    return { count: indexed.length + recent.length, more: true, found: null, recent: recent.length > 0 };
  return few([...indexed, ...recent]);
}

/**
 * One or two letters are in so few rows that all are kept, or in so many that how soon a thousand of them were met tells
 * how many there are. All rows, in the order they lie in, take 13 ms at 100 000 people.
 */
function countByRow(db: ReadDb, needle: string): Hits {
  const first = rowsWith(db, needle, countedUpTo.phrase);
  const last = first.at(-1);
  if (last === undefined || first.length <= countedUpTo.phrase) return few(first);
  const rows = db.statement<{ n: number }>('select max(n) as n from directory_entry').get()?.n ?? 0;
  return { count: Math.round((first.length * rows) / last), more: true, found: null, recent: false };
}

function few(found: readonly number[]): Hits {
  return { count: found.length, more: false, found, recent: false };
}

/** One more than `most` tells that there are more. */
function rowsWith(db: ReadDb, needle: string, most: number): number[] {
  const { sql, parameters } = holds(needle);
  return db
    .statement<{ n: number }>(`select e.n from directory_entry e not indexed where ${sql} limit ${most + 1}`)
    .all(...parameters)
    .map(({ n }) => n);
}
