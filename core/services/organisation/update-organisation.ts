import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireOrganisation } from './organisation-rows';
import { saveSettings } from './save-settings';
import { requireNoTwoRolesObstacle } from './two-roles-obstacles';

/**
 * Name, role model, and how long visits are kept. The role model reaches every window at once, names of roles included.
 * Errors: `organisation.changed_meanwhile`, `organisation.two_roles_refused`.
 */
export function organisationUpdate({ db, announce }: Pick<UseCaseDeps, 'db' | 'announce'>) {
  return (
    actor: Actor,
    { version, ...after }: ParsedInput<'organisation.update'>,
  ): RequestOutput<'organisation.update'> =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'organisation.update');
      const before = requireOrganisation(tx);
      const saved = saveSettings(tx, { before, version, after, action: 'organisation.update' });
      if (saved.changed.has('roleModel') && after.roleModel === 'two') requireNoTwoRolesObstacle(tx);
      if (saved.changed.size > 0) tx.afterCommit(() => announce({ kind: 'organisation' }));
      if (saved.changed.has('roleModel')) tx.afterCommit(() => announce({ kind: 'directory' }));
      return { version: saved.version };
    });
}
