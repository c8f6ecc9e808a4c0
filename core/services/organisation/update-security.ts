import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireOrganisation } from './organisation-rows';
import { saveSettings } from './save-settings';

/**
 * Delegation, first passwords, how long temporary ones last, and when windows lock. Nothing of it is kept in a grant, so
 * it holds from the next request on. Error: `organisation.changed_meanwhile`.
 */
export function securityUpdate({ db, announce }: Pick<UseCaseDeps, 'db' | 'announce'>) {
  return (
    actor: Actor,
    { version, ...after }: ParsedInput<'security.update'>,
  ): RequestOutput<'security.update'> =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'security.update');
      const before = requireOrganisation(tx);
      const saved = saveSettings(tx, { before, version, after, action: 'security.update' });
      if (saved.changed.size > 0) tx.afterCommit(() => announce({ kind: 'organisation' }));
      if (saved.changed.has('delegation')) tx.afterCommit(() => announce({ kind: 'directory' }));
      return { version: saved.version };
    });
}
