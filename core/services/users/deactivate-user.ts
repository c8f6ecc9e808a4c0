import type { ParsedInput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled, requireReach } from '../entitlement';
import { detachUser } from './detach-user';
import { requireQualifiedAdmin } from './qualified-admins';
import { requireUser } from './user-rows';
import { sitesOfUser } from './user-sites';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>;

/**
 * Access ends at once, everywhere. Invitations the person sent stay, but accepting one asks whether its sender is still
 * entitled. Errors: `user.self`, `user.not_found`, `user.already_inactive`, `user.last_admin`, `user.beyond_delegation`.
 */
export function userDeactivation(deps: Deps) {
  return (actor: Actor, { id }: ParsedInput<'users.deactivate'>): { entryId: string } =>
    deps.db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'user.deactivate');
      if (id === actor.userId) throw new AppError('user.self', { act: 'deactivate' });
      const row = requireUser(tx, id);
      requireReach(entitled, { ...row, siteIds: sitesOfUser(tx, id).map((site) => site.id) });
      if (row.status === 'inactive') throw new AppError('user.already_inactive', { name: row.displayName });
      const entryId = detachUser(tx, deps, row);
      if (row.role === 'tenant_admin') requireQualifiedAdmin(tx, row.displayName);
      return { entryId };
    });
}
