import type { ReadDb } from '../../db/types';
import { countEntries } from './counts';
import { anyRank, type Criteria } from './criteria';
import type { Fragment } from './fragment';
import { phrase } from './needle';
import { statusRanks } from './ranks';

/** Where candidates come from: entries as `e`, and how many there are (an upper bound). */
export interface Source extends Fragment {
  size: number;
  /** Conditions the source stands for; they follow `where`. */
  where: Fragment[];
}

/** Up to this many hits a search is narrow: all of them are looked at. Above, totals are capped (shown "1000+"). */
export const broadFrom = 1000;

/** How many entries hold the needle, counted up to one more than `broadFrom`. */
export function countHits(db: ReadDb, needle: string): number {
  const sql = `select count(*) as n from (
    select 1 from directory_search where directory_search match ? limit ${broadFrom + 1})`;
  return db.statement<{ n: number }>(sql).get(phrase(needle))?.n ?? 0;
}

export function searchSource(needle: string, hits: number): Source {
  return {
    sql: 'directory_search f cross join directory_entry e on e.n = f.rowid',
    where: [{ sql: 'f.directory_search match ?', parameters: [phrase(needle)] }],
    parameters: [],
    size: hits,
  };
}

/** The indexes that narrow a list to its filters, smallest first; none when there is no filter. */
export function filterSources(db: ReadDb, { ranks, due, roleRank, siteIds }: Criteria): Source[] {
  const sources: Source[] = [];
  if (siteIds !== null) sources.push(siteSource(siteIds, countEntries(db, siteIds, anyRank)));
  if (roleRank !== null) {
    const where = [{ sql: 'e.role_rank = ?', parameters: [roleRank] }];
    const size = countEntries(db, null, anyRank, roleRank);
    sources.push({ sql: 'directory_entry e indexed by directory_by_role', parameters: [], where, size });
  }
  if (due !== null) {
    const size = countEntries(db, null, [statusRanks.returning, statusRanks.invitation]);
    sources.push(due.state === 'expired' ? expiredSource(due.now, size) : pendingSource(due.now, size));
  } else if (ranks !== anyRank) {
    const where = [{ sql: 'e.status_rank between ? and ?', parameters: ranks }];
    const size = countEntries(db, null, ranks);
    sources.push({ sql: 'directory_entry e indexed by directory_by_status', parameters: [], where, size });
  }
  return sources.sort((a, b) => a.size - b.size);
}

function siteSource(siteIds: readonly string[], size: number): Source {
  const sites = '(select distinct n from directory_site where site_id in (select value from json_each(?)))';
  const sql = `${sites} d cross join directory_entry e on e.n = d.n`;
  return { sql, parameters: [JSON.stringify(siteIds)], where: [], size };
}

export function expiredSource(now: number, size: number): Source {
  const where = [
    { sql: 'e.status_rank = ?', parameters: [statusRanks.invitation] },
    { sql: 'e.expires_at <= ?', parameters: [now] },
  ];
  return { sql: 'directory_entry e indexed by directory_by_status', parameters: [], where, size };
}

/** Invitations of strangers and of people who were here before lie in two indexes. */
export function pendingSource(now: number, size: number): Source {
  const sql = `(
    select n from directory_entry indexed by directory_by_status where status_rank = ? and expires_at > ?
    union all
    select n from directory_entry indexed by directory_returning
    where reactivation_id is not null and reactivation_expires_at > ?
  ) d cross join directory_entry e on e.n = d.n`;
  return { sql, parameters: [statusRanks.invitation, now, now], where: [], size };
}
