import { and, count, eq, gt, isNull } from 'drizzle-orm';
import { reaches, siteScope } from '../../access/scope';
import type { ParsedInput } from '../../contract';
import type { UserDetail } from '../../contract/users';
import { session, userActivity } from '../../db/schema';
import type { ReadDb } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { readCredential } from '../credentials/credential-rows';
import type { UseCaseDeps } from '../deps';
import { openReactivation } from '../invitations/invitation-rows';
import { editVersion } from './edit-version';
import { requireUser } from './user-rows';
import { sitesOfUser } from './user-sites';

/** Error: `user.not_found`, also for people outside the reader's sites. */
export function userDetails({ db, clock }: Pick<UseCaseDeps, 'db' | 'clock'>) {
  return (actor: Actor, { id }: ParsedInput<'users.get'>): UserDetail => {
    const scope = siteScope(actor.role, actor.siteIds);
    const row = requireUser(db, id);
    const allSites = sitesOfUser(db, id);
    const sites = allSites.filter((site) => reaches(scope, site.id));
    if (scope.kind === 'sites' && sites.length === 0) throw new AppError('user.not_found');
    const credential = readCredential(db, id);
    const activity = db.orm.select().from(userActivity).where(eq(userActivity.userId, id)).get();
    return {
      id,
      version: editVersion(
        row.version,
        allSites.map((site) => site.id),
      ),
      email: row.email,
      displayName: row.displayName,
      status: row.status,
      role: row.role,
      sites,
      otherSites: allSites.length - sites.length,
      createdAt: row.createdAt,
      lastActivityAt: activity?.lastActivityAt ?? null,
      lastSignInAt: activity?.lastSignInAt ?? null,
      deactivatedAt: row.deactivatedAt,
      leavesAt: row.leavesAt,
      passwordDue: row.status === 'active' && credential?.mustChange === true,
      temporaryPasswordExpiresAt: row.status === 'active' ? (credential?.temporaryExpiresAt ?? null) : null,
      reactivation: openReactivation(db, id),
      openSessions: countOpenSessions(db, id, clock.now()),
    };
  };
}

function countOpenSessions(db: ReadDb, userId: string, now: number): number {
  const row = db.orm
    .select({ open: count() })
    .from(session)
    .where(and(eq(session.userId, userId), isNull(session.endedAt), gt(session.refreshExpiresAt, now)))
    .get();
  return row?.open ?? 0;
}
