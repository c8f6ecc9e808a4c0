import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';

/**
 * Links and codes go into a file: an export, so it is written down before it happens. Errors: `access.*`.
 * @param count so many invitations
 */
export function savedListNote({ db }: Pick<UseCaseDeps, 'db'>) {
  return (actor: Actor, count: number): void =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'invitation.create');
      tx.audit({ action: 'invitation.save_list', data: { invitations: count } });
    });
}
