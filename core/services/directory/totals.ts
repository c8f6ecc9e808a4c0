import type { ListResult } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import { countEntries } from './counts';
import { type Criteria, conditions, holds } from './criteria';
import { parametersOf, whereText } from './fragment';
import { broadFrom, filterSources, type Source, searchSource } from './sources';

export type Total = ListResult['total'];

/** How many rows match. @param hits entries that hold the needle, up to `broadFrom` + 1; `null` without a search. */
export function totalOf(db: ReadDb, criteria: Criteria, hits: number | null): Total {
  if (criteria.ranks[0] > criteria.ranks[1] || hits === 0) return { count: 0, capped: false };
  if (hits === null) return { count: exactTotal(db, criteria), capped: false };
  const [smallest] = filterSources(db, criteria);
  if (smallest === undefined) return capped(hits);
  return capped(countSome(db, searchTotalSource(criteria.needle ?? '', hits, smallest), criteria));
}

function exactTotal(db: ReadDb, criteria: Criteria): number {
  const { due, siteIds, ranks, roleRank } = criteria;
  if (due === null) return countEntries(db, siteIds, ranks, roleRank);
  const [smallest] = filterSources(db, criteria);
  return smallest === undefined ? 0 : countAll(db, smallest, criteria);
}

/** Few candidates by the filter are looked through for the needle; else the hits are looked through for the filter. */
function searchTotalSource(needle: string, hits: number, smallest: Source): Source {
  if (hits <= broadFrom || smallest.size > fewCandidates) return searchSource(needle, hits);
  return { ...smallest, where: [...smallest.where, holds(needle)] };
}

const fewCandidates = 5000;

function countAll(db: ReadDb, source: Source, criteria: Criteria): number {
  const where = [...source.where, ...conditions(criteria)];
  const sql = `select count(*) as n from ${source.sql}${whereText(where)}`;
  return db.statement<{ n: number }>(sql).get(...source.parameters, ...parametersOf(where))?.n ?? 0;
}

function countSome(db: ReadDb, source: Source, criteria: Criteria): number {
  const where = [...source.where, ...conditions(criteria)];
  const sql = `select count(*) as n from (select 1 from ${source.sql}${whereText(where)} limit ${broadFrom + 1})`;
  return db.statement<{ n: number }>(sql).get(...source.parameters, ...parametersOf(where))?.n ?? 0;
}

function capped(count: number): Total {
  return { count: Math.min(count, broadFrom), capped: count > broadFrom };
}
