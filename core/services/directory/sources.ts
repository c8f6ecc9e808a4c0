import type { ReadDb } from '../../db/types';
import { countEntries } from './counts';
import { anyRank, type Criteria, holds, isAnyRank, isDue } from './criteria';
import type { Fragment } from './fragment';
import type { Hits } from './hits';
import { isShort, phrase } from './needle';

/** Where candidates come from: entries as `e`, and how many there are (an upper bound). */
export interface Source extends Fragment {
  size: number;
  /** Conditions the source stands for; they follow `where`. */
  where: Fragment[];
}

/** In the search index, or waiting to be taken into it. */
const inEither = `(
  select rowid as n from directory_search where directory_search match ?
  union all select n from directory_recent where instr(search_text, ?)) f
  cross join directory_entry e on e.n = f.n`;

/** The entries that hold the needle: those found already, else as the search index has them, else row by row. */
export function searchSource(needle: string, { count, found, recent }: Hits): Source {
  if (found !== null) {
    const sql = 'json_each(?) j cross join directory_entry e on e.n = j.value';
    return { sql, parameters: [JSON.stringify(found)], where: [], size: count };
  }
  if (isShort(needle)) {
    return { sql: 'directory_entry e not indexed', parameters: [], where: [holds(needle)], size: count };
  }
  if (recent) return { sql: inEither, parameters: [phrase(needle), needle], where: [], size: count };
  return {
    sql: 'directory_search f cross join directory_entry e on e.n = f.rowid',
    where: [{ sql: 'f.directory_search match ?', parameters: [phrase(needle)] }],
    parameters: [],
    size: count,
  };
}

/** The indexes that narrow a list to its filters, smallest first; none when there is no filter. */
export function filterSources(db: ReadDb, criteria: Criteria): Source[] {
  const { ranks, roleRank, siteIds } = criteria;
  const sources: Source[] = [];
  if (siteIds !== null) sources.push(siteSource(siteIds, countEntries(db, siteIds, anyRank)));
  if (roleRank !== null) {
    const where = [{ sql: 'e.role_rank = ?', parameters: [roleRank] }];
    const size = countEntries(db, null, anyRank, roleRank);
    sources.push({ sql: 'directory_entry e indexed by directory_by_role', parameters: [], where, size });
  }
  if (!isAnyRank(ranks)) sources.push(statusSource(criteria, countEntries(db, null, ranks)));
  return sources.sort((a, b) => a.size - b.size);
}

function statusSource({ ranks, due }: Criteria, size: number): Source {
  // With each status by itself the expiry behind it in the index is a range too.
  const listed = { sql: 'e.status_rank in (?, ?)', parameters: ranks };
  const range = { sql: 'e.status_rank between ? and ?', parameters: ranks };
  const where = due === null ? [range] : [listed, isDue(due)];
  return { sql: 'directory_entry e indexed by directory_by_status', parameters: [], where, size };
}

function siteSource(siteIds: readonly string[], size: number): Source {
  const [only, ...others] = siteIds;
  if (only !== undefined && others.length === 0) {
    const where = [{ sql: 'd.site_id = ?', parameters: [only] }];
    return { sql: 'directory_site d cross join directory_entry e on e.n = d.n', parameters: [], where, size };
  }
  const sites = '(select distinct n from directory_site where site_id in (select value from json_each(?)))';
  const sql = `${sites} d cross join directory_entry e on e.n = d.n`;
  return { sql, parameters: [JSON.stringify(siteIds)], where: [], size };
}
