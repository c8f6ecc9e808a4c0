import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireLiveInvitation } from './require-live';
import { withdrawInvitation } from './withdraw-invitation';

/** For good. Errors: `invitation.not_found`, `invitation.accepted`, `user.beyond_delegation`. */
export function invitationRemoval(deps: Pick<UseCaseDeps, 'db' | 'directory' | 'outbox' | 'announce'>) {
  const { db, announce } = deps;
  return (actor: Actor, { id }: ParsedInput<'invitations.remove'>): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'invitation.remove');
      const live = requireLiveInvitation(tx, entitled, id);
      withdrawInvitation(tx, deps, live, 'removed');
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return {};
    });
}
