import type { ParsedInput } from '../../contract';
import type { ReadyInvitation } from '../../contract/invitations';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { renewInvitation } from './renew-invitation';

type Deps = Pick<UseCaseDeps, 'db' | 'random' | 'directory' | 'outbox' | 'announce' | 'licence'>;

/** Errors: as `renewInvitation`, and `access.*`. */
export function invitationResending(deps: Deps) {
  const { db, announce } = deps;
  return (actor: Actor, { id }: ParsedInput<'invitations.resend'>): ReadyInvitation =>
    db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'invitation.resend');
      const ready = renewInvitation(tx, deps, { actor, entitled }, id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return ready;
    });
}
