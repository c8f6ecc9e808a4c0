import type { Statistics } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import type { Actor } from '../actor';
import { countEntries } from './counts';
import { anyRank, conditions, userRanks, visibleSites } from './criteria';
import { type Fragment, parametersOf, whereText } from './fragment';
import { rankOfRole, statusRanks } from './ranks';

export const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** Ranks of what can still be accepted or has expired. */
export const openInvitations = [statusRanks.returning, statusRanks.invitation] as const;

/** The four cards (product.md §6), within the reader's sites. */
export function statisticsFor(db: ReadDb, actor: Actor, now: number): Statistics {
  const siteIds = visibleSites(actor);
  const { active, accepted } = statusRanks;
  const total = countEntries(db, siteIds, userRanks);
  const activeUsers = countEntries(db, siteIds, [active, active]);
  const pending = pendingBetween(db, siteIds, now, Number.MAX_SAFE_INTEGER);
  return {
    users: { total, active: activeUsers, inactive: total - activeUsers },
    administrators: {
      total: countEntries(db, siteIds, [active, active], rankOfRole('tenant_admin')),
      // Tenant-Admins belong to no site: a reader of some sites sees none of them.
      signedInThisWeek: siteIds === null ? administratorsSince(db, now - weekMs) : 0,
    },
    pending: { total: pending, expiringWithinDay: pendingBetween(db, siteIds, now, now + dayMs) },
    invitations: {
      accepted: countEntries(db, siteIds, [accepted, accepted]),
      expired: countEntries(db, siteIds, openInvitations) - pending,
    },
    sites: openSites(db, siteIds),
  };
}

/** Open invitations, those that bring somebody back among them, that expire after `after` and not after `until`. */
export function pendingBetween(
  db: ReadDb,
  siteIds: readonly string[] | null,
  after: number,
  until: number,
): number {
  const where: Fragment[] = [
    { sql: 'e.status_rank in (?, ?)', parameters: openInvitations },
    { sql: 'e.expires_at > ? and e.expires_at <= ?', parameters: [after, until] },
    ...conditions({ ranks: anyRank, due: null, roleRank: null, siteIds, needle: null }),
  ];
  const sql = `select count(*) as n from directory_entry e indexed by directory_by_status${whereText(where)}`;
  return db.statement<{ n: number }>(sql).get(...parametersOf(where))?.n ?? 0;
}

function administratorsSince(db: ReadDb, since: number): number {
  const sql = `select count(*) as n from directory_entry e indexed by directory_by_role
    cross join user_activity a on a.user_id = e.id
    where e.role_rank = ? and e.status_rank = ? and a.last_sign_in_at >= ?`;
  return db.statement<{ n: number }>(sql).get(rankOfRole('tenant_admin'), statusRanks.active, since)?.n ?? 0;
}

function openSites(db: ReadDb, siteIds: readonly string[] | null): number {
  const open = 'select count(*) as n from site where archived_at is null and deleted_hlc is null';
  if (siteIds === null) return db.statement<{ n: number }>(open).get()?.n ?? 0;
  const own = `${open} and id in (select value from json_each(?))`;
  return db.statement<{ n: number }>(own).get(JSON.stringify(siteIds))?.n ?? 0;
}
