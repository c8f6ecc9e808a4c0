import type { ListQuery, ListResult, ListWindow, Statistics } from '../../contract/users';
import type { Database } from '../../db/types';
import type { Clock } from '../../ports';
import type { Actor } from '../actor';
import { requireOrganisation } from '../organisation/organisation-rows';
import { criteriaOf, visibleSites } from './criteria';
import { createCursors } from './cursor';
import { countResendable, expiring } from './expiring';
import { countHits } from './hits';
import { overTime } from './over-time';
import { candidatesFor } from './plan';
import { keysOf, type ListedEntry, listedColumns, rowsOf } from './rows';
import { createSiteNames } from './site-names';
import { sortOf } from './sort';
import { statisticsFor } from './statistics';
import { totalOf } from './totals';
import { entriesIn } from './walk';
import { noteActivity, refreshInvitation, refreshSite, refreshUser } from './writer';

/** The Users page: lists and cards for readers, and the writers that keep them in step. */
export function createDirectory({ db, clock }: { db: Database; clock: Clock }) {
  const cursors = createCursors();
  const siteNames = createSiteNames(db);

  function list(actor: Actor, query: ListQuery, { start, limit, anchor }: ListWindow): ListResult {
    const now = clock.now();
    const sort = sortOf(query);
    const criteria = criteriaOf(actor, query, now);
    const own = visibleSites(actor);
    const cover = query.sort === 'site' && own !== null ? 'sealed' : 'open';
    const from =
      anchor === null ? null : { index: anchor.index, keys: cursors.read(sort, anchor.cursor, cover) };
    const hits = criteria.needle === null ? null : countHits(db, criteria.needle);
    const total = totalOf(db, criteria, hits);
    if (total.count === 0) return { start, rows: [], cursor: null, total };
    const candidates = candidatesFor(db, { criteria, sort, total, hits }, { start, limit });
    const listing = { sort, candidates, columns: listedColumns };
    const picked = entriesIn<ListedEntry>(db, listing, { start, limit }, from);
    const [first] = picked;
    return {
      start,
      rows: rowsOf(db, picked, siteNames(), own, now),
      cursor: first === undefined ? null : cursors.make(sort, keysOf(db, sort, first.id), cover),
      total,
    };
  }

  function statistics(actor: Actor): Statistics {
    return statisticsFor(db, actor, clock.now());
  }

  return {
    page(actor: Actor, { query, limit }: { query: ListQuery; limit: number }) {
      return { list: list(actor, query, { start: 0, limit, anchor: null }), statistics: statistics(actor) };
    },
    /** Errors: `request.malformed` for a cursor of another run or order. */
    window(actor: Actor, { query, window }: { query: ListQuery; window: ListWindow }) {
      return list(actor, query, window);
    },
    statistics,
    overTime: (actor: Actor) => overTime(db, actor, clock.now()),
    expiring: (actor: Actor) => expiring(db, actor, requireOrganisation(db), clock.now()),
    countResendable: (actor: Actor, after: number, until: number) => countResendable(db, actor, after, until),
    refreshUser,
    refreshInvitation,
    refreshSite,
    noteActivity,
  };
}
