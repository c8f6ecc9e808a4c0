import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { ParsedInput } from '../../contract';
import type { UserDetail } from '../../contract/users';
import { session, userActivity } from '../../db/schema';
import type { ReadDb } from '../../db/types';
import type { Actor } from '../actor';
import { readCredential } from '../credentials/credential-rows';
import type { UseCaseDeps } from '../deps';
import { openReactivation } from '../invitations/invitation-rows';
import { editVersion } from './edit-version';
import { requireVisibleUser } from './visible-user';

/** Error: `user.not_found`, also for people outside the reader's sites. */
export function userDetails({ db, clock }: Pick<UseCaseDeps, 'db' | 'clock'>) {
  return (actor: Actor, { id }: ParsedInput<'users.get'>): UserDetail => {
    const { row, allSites, sites } = requireVisibleUser(db, actor, id);
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
