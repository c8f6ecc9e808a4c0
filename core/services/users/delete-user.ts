import { eq } from 'drizzle-orm';
import type { ParsedInput } from '../../contract';
import { preference, userActivity } from '../../db/schema';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { eraseCredential } from '../credentials/credential-rows';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { eraseInvitationsOf } from '../invitations/erase-invitations';
import { accountSubject, clearFailures } from '../sessions/back-off';
import { forgetSessionsOf } from '../sessions/end-sessions';
import { auditedSites } from './assignment';
import { requireQualifiedAdmin } from './qualified-admins';
import { patchUser, requireUser, type UserFacts } from './user-rows';
import { setUserSites, sitesOfUser } from './user-sites';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'outbox' | 'announce'>;

/**
 * Erases the person and keeps the id (product.md §1, §10): name, address and password are blanked and the address is
 * free again; what the audit and change logs keep of the name goes with the personal values. Visits keep the name they
 * were recorded with. Errors: `user.self`, `user.not_found`, `user.last_admin`.
 */
export function userDeletion(deps: Deps) {
  const { db, directory, announce } = deps;
  return (actor: Actor, { id }: ParsedInput<'users.delete'>): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'user.delete');
      if (id === actor.userId) throw new AppError('user.self', { act: 'delete' });
      const row = requireUser(tx, id);
      const sites = sitesOfUser(tx, id);
      const sessions = forgetSessionsOf(tx, announce, id);
      tx.audit({
        action: 'user.delete',
        subject: { type: 'user', id },
        data: {
          status: { before: row.status, after: null },
          role: { before: row.role, after: null },
          sites: { before: auditedSites(sites), after: [] },
          sessionsEnded: sessions.length,
        },
      });
      eraseInvitationsOf(tx, deps, row);
      erase(tx, row);
      if (row.role === 'tenant_admin') requireQualifiedAdmin(tx, row.displayName);
      directory.refreshUser(tx, id);
      tx.erasePersonal(id);
      tx.afterCommit(() => {
        announce({ kind: 'directory' });
        // Expected visits are marked when their host is gone.
        announce({ kind: 'visits' });
      });
      return {};
    });

  /** The row becomes an anonymous tombstone: other desks must learn that it is gone. */
  function erase(tx: Tx, { id, emailKey }: UserFacts): void {
    setUserSites(tx, id, []);
    eraseCredential(tx, id);
    patchUser(tx, id, {
      email: '',
      emailKey: '',
      displayName: '',
      status: 'inactive',
      role: null,
      leavesAt: null,
    });
    tx.remove('user', id);
    tx.local.delete(preference).where(eq(preference.userId, id)).run();
    tx.local.delete(userActivity).where(eq(userActivity.userId, id)).run();
    clearFailures(tx, accountSubject(db.deskId, emailKey));
  }
}
