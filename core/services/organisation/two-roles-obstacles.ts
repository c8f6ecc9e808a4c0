import { and, count, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import { invitation, invitationSite, site, user, userSite } from '../../db/schema';
import type { ReadDb } from '../../db/types';
import { AppError } from '../../errors/app-error';

/** Who stands in the way of Two roles (product.md §1), as conditions on `user` and `invitation`. */
export function twoRolesObstacles(db: ReadDb) {
  const manySites = db.orm
    .select({ id: userSite.userId })
    .from(userSite)
    .innerJoin(site, eq(site.id, userSite.siteId))
    .where(and(isNull(userSite.deletedHlc), isNull(site.archivedAt)))
    .groupBy(userSite.userId)
    .having(gt(count(), 1));
  const toManySites = db.orm
    .select({ id: invitationSite.invitationId })
    .from(invitationSite)
    .where(isNull(invitationSite.deletedHlc))
    .groupBy(invitationSite.invitationId)
    .having(gt(count(), 1));
  const active = and(eq(user.status, 'active'), isNull(user.deletedHlc));
  const siteAdmins = and(active, eq(user.role, 'site_admin'));
  const atManySites = and(active, ne(user.role, 'tenant_admin'), inArray(user.id, manySites));
  return {
    siteAdmins,
    /** Site-Admins among them: with another role they would still have too many. */
    atManySites,
    people: or(siteAdmins, atManySites),
    /** Pending or expired: either can be sent again. */
    invitations: and(
      isNull(invitation.acceptedAt),
      isNull(invitation.removedAt),
      isNull(invitation.deletedHlc),
      or(eq(invitation.role, 'site_admin'), inArray(invitation.id, toManySites)),
    ),
  };
}

/** Error: `organisation.two_roles_refused`. */
export function requireNoTwoRolesObstacle(db: ReadDb): void {
  const obstacles = twoRolesObstacles(db);
  const people = db.orm.select({ n: count() }).from(user).where(obstacles.people).get()?.n ?? 0;
  const invitations =
    db.orm.select({ n: count() }).from(invitation).where(obstacles.invitations).get()?.n ?? 0;
  if (people + invitations > 0) throw new AppError('organisation.two_roles_refused', { people, invitations });
}
