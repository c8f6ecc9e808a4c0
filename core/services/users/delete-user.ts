import type { ParsedInput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { eraseInvitationsOf } from '../invitations/erase-invitations';
import { forgetSessionsOf } from '../sessions/end-sessions';
import { auditedSites } from './assignment';
import { erasePerson } from './erase-person';
import { requireQualifiedAdmin } from './qualified-admins';
import { requireUser } from './user-rows';
import { sitesOfUser } from './user-sites';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'outbox' | 'announce'>;

/**
 * Erases the person and keeps the id (product.md §1, §10): name, address and password are blanked and the address is
 * free again; what the audit and change logs keep of the name goes with the personal values. Visits keep the name they
 * were recorded with. Errors: `user.self`, `user.not_found`, `user.last_admin`.
 */
export function userDeletion(deps: Deps) {
  const { db, announce } = deps;
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
      eraseInvitationsOf(tx, deps, [row], 'user_deleted');
      erasePerson(tx, deps, row);
      if (row.role === 'tenant_admin') requireQualifiedAdmin(tx, row.displayName);
      tx.afterCommit(() => {
        announce({ kind: 'directory' });
        // Expected visits are marked when their host is gone.
        announce({ kind: 'visits' });
      });
      return {};
    });
}
