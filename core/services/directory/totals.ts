import type { ListResult } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import { countEntries } from './counts';
import { anyRank, type Criteria, conditions, holds } from './criteria';
import { parametersOf, whereText } from './fragment';
import type { Hits } from './hits';
import { filterSources, type Source, searchSource } from './sources';

export type Total = ListResult['total'];

/** A search says "1000+" beyond this. */
const cap = 1000;

/** How many rows match. Exact without a search; with one counted up to `cap`. @param hits `null` without a search. */
export function totalOf(db: ReadDb, criteria: Criteria, hits: Hits | null): Total {
  if (criteria.ranks[0] > criteria.ranks[1] || hits?.count === 0) return { count: 0, capped: false };
  if (hits === null || criteria.needle === null) return { count: exactTotal(db, criteria), capped: false };
  const [smallest] = filterSources(db, criteria);
  if (smallest === undefined) return capped(hits.count);
  return capped(countSome(db, searched(db, criteria.needle, hits, smallest), criteria));
}

function exactTotal(db: ReadDb, criteria: Criteria): number {
  const { due, siteIds, ranks, roleRank } = criteria;
  if (due === null) return countEntries(db, siteIds, ranks, roleRank);
  const [smallest] = filterSources(db, criteria);
  return smallest === undefined ? 0 : countAll(db, smallest, criteria);
}

/**
 * The hits are looked through for the filter, until there are enough; or, when those are fewer, all that the filter
 * leaves are looked through for the needle.
 */
function searched(db: ReadDb, needle: string, hits: Hits, smallest: Source): Source {
  const share = smallest.size / Math.max(1, countEntries(db, null, anyRank));
  const enough = hits.more ? cap / share : hits.count;
  if (enough <= smallest.size) return searchSource(needle, hits);
  return { ...smallest, where: [...smallest.where, holds(needle)] };
}

function countAll(db: ReadDb, source: Source, criteria: Criteria): number {
  const where = [...source.where, ...conditions(criteria)];
  const sql = `select count(*) as n from ${source.sql}${whereText(where)}`;
  return db.statement<{ n: number }>(sql).get(...source.parameters, ...parametersOf(where))?.n ?? 0;
}

function countSome(db: ReadDb, source: Source, criteria: Criteria): number {
  const where = [...source.where, ...conditions(criteria)];
  const sql = `select count(*) as n from (select 1 from ${source.sql}${whereText(where)} limit ${cap + 1})`;
  return db.statement<{ n: number }>(sql).get(...source.parameters, ...parametersOf(where))?.n ?? 0;
}

function capped(count: number): Total {
  return { count: Math.min(count, cap), capped: count > cap };
}
