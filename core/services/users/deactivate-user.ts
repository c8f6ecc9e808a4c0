import type { ParsedInput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { voidTemporaryPassword } from '../credentials/credential-rows';
import type { UseCaseDeps } from '../deps';
import { requireEntitled, requireReach } from '../entitlement';
import { endSessionsOf } from '../sessions/end-sessions';
import { siteNames } from './assignment';
import { requireQualifiedAdmin } from './qualified-admins';
import { patchUser, requireUser } from './user-rows';
import { setUserSites, sitesOfUser } from './user-sites';

/**
 * Access ends at once, everywhere. Role and sites are detached and remembered in the audit log; invitations the person
 * sent stay, but accepting one asks whether its sender is still entitled.
 * Errors: `user.self`, `user.not_found`, `user.already_inactive`, `user.last_admin`, `user.beyond_delegation`.
 */
export function userDeactivation({
  db,
  directory,
  announce,
}: Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>) {
  return (actor: Actor, { id }: ParsedInput<'users.deactivate'>): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'user.deactivate');
      if (id === actor.userId) throw new AppError('user.self', { act: 'deactivate' });
      const row = requireUser(tx, id);
      if (row.status === 'inactive') throw new AppError('user.already_inactive', { name: row.displayName });
      const sites = sitesOfUser(tx, id);
      requireReach(entitled, { ...row, siteIds: sites.map((site) => site.id) });
      const names = siteNames(sites);

      patchUser(tx, id, { status: 'inactive', role: null, deactivatedAt: tx.now });
      setUserSites(tx, id, []);
      voidTemporaryPassword(tx, id);
      if (row.role === 'tenant_admin') requireQualifiedAdmin(tx, row.displayName);
      const sessions = endSessionsOf(tx, announce, id, 'deactivated');
      tx.audit({
        action: 'user.deactivate',
        subject: { type: 'user', id },
        data: {
          status: { before: 'active', after: 'inactive' },
          role: { before: row.role, after: null },
          sites: { before: names, after: [] },
          sessionsEnded: sessions.length,
        },
      });
      directory.refreshUser(tx, id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return {};
    });
}
