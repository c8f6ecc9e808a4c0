import type { ReadDb } from '../../db/types';
import { hasAllSites, roles } from '../../domain/role';
import type { Criteria } from './criteria';
import { countHits } from './hits';
import { needle } from './needle';
import { candidatesFor } from './plan';
import { rankOfRole, statusRanks } from './ranks';
import { sortOf } from './sort';
import { totalOf } from './totals';
import { entriesIn } from './walk';

export interface PersonAtSite {
  id: string;
  name: string;
  email: string;
}

const byEmail = sortOf({ sort: 'email', direction: 'asc', status: 'active', role: null });

const named = `
  select e.id, e.display_name as name, e.email
  from json_each(?) j cross join directory_entry e on e.n = j.value
  order by e.email_key, e.id limit ?`;

/**
 * Active people with access to a site, assigned to it or to all, by e-mail; searched as the Users page is. Found the
 * way its lists are, so it costs the same at 100 000 people.
 */
export function activePeopleAt(db: ReadDb, siteId: string, search: string, limit: number): PersonAtSite[] {
  const active: Pick<Criteria, 'ranks' | 'due' | 'needle'> = {
    ranks: [statusRanks.active, statusRanks.active],
    due: null,
    needle: needle(search),
  };
  const everywhere = roles.filter(hasAllSites).map(rankOfRole);
  const found = [
    ...firstOf(db, { ...active, roleRank: null, siteIds: [siteId] }, limit),
    ...everywhere.flatMap((roleRank) => firstOf(db, { ...active, roleRank, siteIds: null }, limit)),
  ];
  return db.statement<PersonAtSite>(named).all(JSON.stringify(found), limit);
}

function firstOf(db: ReadDb, criteria: Criteria, limit: number): number[] {
  const span = { start: 0, limit };
  const hits = criteria.needle === null ? null : countHits(db, criteria.needle);
  const total = totalOf(db, criteria, hits);
  if (total.count === 0) return [];
  const candidates = candidatesFor(db, { criteria, sort: byEmail, total, hits }, span);
  const listing = { sort: byEmail, candidates, columns: 'r.n' };
  return entriesIn<{ n: number }>(db, listing, span, null).map((entry) => entry.n);
}
