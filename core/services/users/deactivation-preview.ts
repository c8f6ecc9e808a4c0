import { and, count, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import { type SiteScope, siteScope } from '../../access/scope';
import type { ParsedInput, RequestOutput } from '../../contract';
import { invitation, invitationSite, visit } from '../../db/schema';
import type { ReadDb } from '../../db/types';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { openSessionsOf } from '../sessions/open-sessions';
import type { SiteRef } from '../sites/site-rows';
import type { UserFacts } from './user-rows';
import { requireVisibleUser } from './visible-user';

type Deps = Pick<UseCaseDeps, 'db' | 'clock' | 'licence'>;

/** As many as a dialog shows. */
const namesShown = 20;

/** What would follow, within what the reader may know of. Error: `user.not_found`. */
export function deactivationForecast({ db, clock, licence }: Deps) {
  return (
    actor: Actor,
    { id }: ParsedInput<'users.deactivationPreview'>,
  ): RequestOutput<'users.deactivationPreview'> => {
    const { row, sites } = requireVisibleUser(db, actor, id);
    const scope = siteScope(actor.role, actor.siteIds);
    const now = clock.now();
    const { role } = row;
    return {
      sitesWithoutAdmin: sitesLeftAlone(db, row, sites, now),
      visitsHosted: countVisits(db, id, scope, now),
      invitations: countInvitations(db, id, scope, now),
      openSessions: openSessionsOf(db, id, now).length,
      seatFreed:
        role !== null &&
        licence.takesSeat(db, { role, state: 'active' }) &&
        !licence.takesSeat(db, { role, state: 'inactive' }),
    };
  };
}

const otherAdmin = `
  select 1 from user_site us join user u on u.id = us.user_id
  where us.site_id = ? and us.deleted_hlc is null and u.id <> ? and u.status = 'active' and u.role = 'site_admin'
    and u.deleted_hlc is null and (u.leaves_at is null or u.leaves_at > ?)
  limit 1`;

/** Names of the sites where a Site-Admin has no other beside them. */
function sitesLeftAlone(db: ReadDb, row: UserFacts, sites: readonly SiteRef[], now: number): string[] {
  if (row.role !== 'site_admin') return [];
  const other = db.statement(otherAdmin);
  const names: string[] = [];
  for (const site of sites) {
    if (names.length < namesShown && other.get(site.id, row.id, now) === undefined) names.push(site.name);
  }
  return names;
}

/** Expected ones: neither begun nor cancelled, and not past their departure. */
function countVisits(db: ReadDb, hostId: string, scope: SiteScope, now: number): number {
  const expected = and(
    eq(visit.hostId, hostId),
    gt(visit.expectedDepartureAt, now),
    isNull(visit.checkedInAt),
    isNull(visit.cancelledAt),
    isNull(visit.deletedHlc),
    scope.kind === 'all' ? undefined : inArray(visit.siteId, [...scope.siteIds]),
  );
  return db.orm.select({ n: count() }).from(visit).where(expected).get()?.n ?? 0;
}

/** Pending ones; who sees some sites counts those that lead to one of them. */
function countInvitations(db: ReadDb, inviterId: string, scope: SiteScope, now: number): number {
  const pending = and(
    eq(invitation.inviterId, inviterId),
    gt(invitation.expiresAt, now),
    isNull(invitation.acceptedAt),
    isNull(invitation.removedAt),
    isNull(invitation.deletedHlc),
    scope.kind === 'all' ? undefined : leadsTo(db, scope.siteIds),
  );
  return db.orm.select({ n: count() }).from(invitation).where(pending).get()?.n ?? 0;
}

function leadsTo(db: ReadDb, siteIds: readonly string[]): SQL {
  const there = db.orm
    .select({ id: invitationSite.invitationId })
    .from(invitationSite)
    .where(and(inArray(invitationSite.siteId, [...siteIds]), isNull(invitationSite.deletedHlc)));
  return inArray(invitation.id, there);
}
