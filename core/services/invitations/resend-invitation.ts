import type { ParsedInput } from '../../contract';
import type { ReadyInvitation } from '../../contract/invitations';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireLiveInvitation } from './require-live';
import { newSecrets } from './secrets';

type Deps = Pick<UseCaseDeps, 'db' | 'random' | 'directory' | 'announce'>;

/**
 * New link and code, the old ones dead, seven more days. Who resends it vouches for it from then on: that is how an
 * invitation is saved whose sender has left. Errors: `invitation.not_found`, `invitation.accepted`.
 */
export function invitationResending({ db, random, directory, announce }: Deps) {
  return (actor: Actor, { id }: ParsedInput<'invitations.resend'>): ReadyInvitation =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'invitation.resend');
      const before = requireLiveInvitation(tx, id);
      const { shown, stored } = newSecrets(random, tx.now);
      tx.update('invitation', id, { ...stored, inviterId: actor.userId });
      tx.audit({
        action: 'invitation.resend',
        subject: { type: 'invitation', id },
        data: {
          email: personal(id, before.email),
          expiresAt: { before: before.expiresAt, after: stored.expiresAt },
        },
      });
      directory.refreshInvitation(tx, id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return {
        id,
        email: before.email,
        ...shown,
        expiresAt: stored.expiresAt,
        reactivation: before.reactivatesUserId !== null,
      };
    });
}
