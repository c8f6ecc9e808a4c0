import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { reaches, type SiteScope, siteScope } from '../../access/scope';
import type { SiteRow } from '../../contract/sites';
import { invitation, invitationSite, site, userSite } from '../../db/schema';
import type { ReadDb } from '../../db/types';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { siteColumns } from './site-rows';

/** Sites of the reader's grant, open ones first, by name. */
export function siteListing({ db }: Pick<UseCaseDeps, 'db'>) {
  return (actor: Actor): { sites: SiteRow[] } => {
    const scope = siteScope(actor.role, actor.siteIds);
    const people = countPeople(db);
    const invitations = countInvitations(db, scope);
    const rows = db.orm
      .select(siteColumns)
      .from(site)
      .where(isNull(site.deletedHlc))
      .orderBy(asc(isNotNull(site.archivedAt)), asc(site.nameKey), asc(site.id))
      .all();
    return {
      sites: rows
        .filter((row) => reaches(scope, row.id))
        .map((row) => ({
          ...row,
          people: people.get(row.id) ?? 0,
          invitations: invitations.get(row.id) ?? 0,
        })),
    };
  };
}

/** Inactive people hold no site, so every live row is an active person's. */
function countPeople(db: ReadDb): Map<string, number> {
  const rows = db.orm
    .select({ siteId: userSite.siteId, people: count() })
    .from(userSite)
    .where(isNull(userSite.deletedHlc))
    .groupBy(userSite.siteId)
    .all();
  return new Map(rows.map((row) => [row.siteId, row.people]));
}

/**
 * Pending and expired ones: both can still be sent again. One that is to bring somebody back belongs to an inactive
 * person, whom a reader of some sites doesn't know of.
 */
function countInvitations(db: ReadDb, scope: SiteScope): Map<string, number> {
  const rows = db.orm
    .select({ siteId: invitationSite.siteId, invitations: count() })
    .from(invitationSite)
    .innerJoin(invitation, eq(invitation.id, invitationSite.invitationId))
    .where(
      and(
        isNull(invitation.acceptedAt),
        isNull(invitation.removedAt),
        isNull(invitationSite.deletedHlc),
        scope.kind === 'all' ? undefined : isNull(invitation.reactivatesUserId),
      ),
    )
    .groupBy(invitationSite.siteId)
    .all();
  return new Map(rows.map((row) => [row.siteId, row.invitations]));
}
