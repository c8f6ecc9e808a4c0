import type { ParsedInput } from '../../contract';
import type { ReadyInvitation } from '../../contract/invitations';
import { invitationState } from '../../domain/invitation';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireLiveInvitation } from './require-live';
import { newSecrets } from './secrets';

type Deps = Pick<UseCaseDeps, 'db' | 'random' | 'directory' | 'announce' | 'licence'>;

/**
 * New link and code, the old ones dead, seven more days. Who resends it vouches for it from then on: that is how an
 * invitation is saved whose sender has left. Errors: `invitation.not_found`, `invitation.accepted`,
 * `user.beyond_delegation`, `licence.*`.
 */
export function invitationResending({ db, random, directory, announce, licence }: Deps) {
  return (actor: Actor, { id }: ParsedInput<'invitations.resend'>): ReadyInvitation =>
    db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'invitation.resend');
      const before = requireLiveInvitation(tx, entitled, id);
      licence.requireWritable(tx);
      const { shown, stored } = newSecrets(random, tx.now);
      tx.update('invitation', id, { ...stored, inviterId: actor.userId });
      // An expired one holds no seat until it is sent again.
      const pending = invitationState(before, tx.now) === 'pending';
      const seat = { role: before.role, state: 'invited' } as const;
      const returning = before.reactivatesUserId !== null;
      licence.requireSeat(tx, seat, pending ? seat : null, returning ? { ...seat, state: 'inactive' } : null);
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
