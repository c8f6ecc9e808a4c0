import { formatHlc } from '../../db/hlc';
import type { ReadDb } from '../../db/types';
import { calendarMonth, type SeatRule, trendMs } from '../../domain/licence';
import { roles as allRoles } from '../../domain/role';

/**
 * What is used of the licence, counted over the rows each time: a counter could be wrong. All but the trend are asked in
 * write transactions, so each goes along an index.
 */

/** A deleted account is inactive and without a role, so status and role of the index say all there is to ask. */
const activePeople = `select count(*) as n from user indexed by user_by_status_role
  where status = 'active' and role in (select value from json_each(?))`;

const inactivePeople = `select count(*) as n from user indexed by user_by_status_role
  where status = 'inactive' and deleted_hlc is null`;

/** Those that bring back somebody who is counted already take no second seat. */
const pendingInvitations = `select count(*) as n from invitation i indexed by invitation_live_email
  where i.accepted_at is null and i.removed_at is null and i.deleted_hlc is null and i.conflict_of is null
    and i.expires_at > ? and i.role in (select value from json_each(?))
    and not (i.reactivates_user_id is not null and ?)`;

/** Seats taken: by people, and by invitations that are pending at `now`. */
export function countSeats(db: ReadDb, { roles, states }: SeatRule, now: number): number {
  const given = JSON.stringify(roles);
  const inactive = states.includes('inactive');
  let taken = 0;
  if (states.includes('active')) taken += count(db, activePeople, given);
  if (inactive) taken += count(db, inactivePeople);
  if (states.includes('invited')) taken += count(db, pendingInvitations, now, given, Number(inactive));
  return taken;
}

export function countOpenSites(db: ReadDb): number {
  return count(db, 'select count(*) as n from site where archived_at is null and deleted_hlc is null');
}

/** Of the calendar month around `now`, whatever became of the visit. */
export function countCheckIns(db: ReadDb, now: number): number {
  const { from, until } = calendarMonth(now);
  const checkIns = `select count(*) as n from visit indexed by visit_by_check_in
    where checked_in_at >= ? and checked_in_at < ?`;
  return count(db, checkIns, from, until);
}

/** Accounts that take a seat and were not there at `since`. */
const joined = `select count(*) as n from user
  where ((status = 'active' and role in (select value from json_each(?))) or (status = 'inactive' and ?))
    and created_at > ? and deleted_hlc is null`;
/** Accounts that were there at `since` and gave their seat up; who was deleted without a deactivation among them. */
const left = `select count(*) as n from user
  where status = 'inactive' and created_at <= ?
    and (deactivated_at > ? or (deactivated_at is null and deleted_hlc > ?))`;

const organisationOlder =
  'select count(*) as n from organisation where created_at <= ? and deleted_hlc is null';

/**
 * Seats that people took in the last 90 days, less those given up. `null` where the rows can't tell: who has left has no
 * role any more, and the first weeks of an organisation, when everybody is entered, say nothing about the next.
 */
export function seatsGained(db: ReadDb, { roles, states }: SeatRule, now: number): number | null {
  const since = now - trendMs;
  const everyRole = new Set(roles).size === allRoles.length;
  if (!states.includes('active') || !everyRole || count(db, organisationOlder, since) === 0) return null;
  const inactive = states.includes('inactive');
  const came = count(db, joined, JSON.stringify(roles), Number(inactive), since);
  return inactive ? came : came - count(db, left, since, since, formatHlc(since, 0, ''));
}

function count(db: ReadDb, sql: string, ...parameters: (string | number)[]): number {
  return db.statement<{ n: number }>(sql).get(...parameters)?.n ?? 0;
}
