import type { ReadyInvitation } from '../../contract/invitations';
import type { Tx } from '../../db/types';
import { personal } from '../audit-log/personal';
import { siteNames } from '../users/assignment';
import { heldSeat } from './held-seat';
import { sitesOfInvitation } from './invitation-rows';
import type { Inviter, MakingDeps } from './make-invitation';
import { requireLiveInvitation } from './require-live';
import { newSecrets } from './secrets';

/**
 * New link and code within a transaction, the old ones dead, seven more days; role and sites stay. Who resends it vouches
 * for it from then on: that is how an invitation is saved whose sender has left. Errors: `invitation.not_found`,
 * `invitation.accepted`, `user.beyond_delegation`, `licence.*`.
 */
export function renewInvitation(
  tx: Tx,
  { random, directory, outbox, licence }: MakingDeps,
  { actor, entitled }: Inviter,
  id: string,
): ReadyInvitation {
  const before = requireLiveInvitation(tx, entitled, id);
  licence.requireWritable(tx);
  const { shown, stored } = newSecrets(random, tx.now);
  tx.update('invitation', id, { ...stored, inviterId: actor.userId });
  const reactivation = before.reactivatesUserId !== null;
  const seat = { role: before.role, state: 'invited' } as const;
  // An expired one holds no seat until it is sent again.
  licence.requireSeat(
    tx,
    seat,
    heldSeat(before, tx.now),
    reactivation ? { ...seat, state: 'inactive' } : null,
  );
  tx.audit({
    action: 'invitation.resend',
    subject: { type: 'invitation', id },
    data: {
      email: personal(id, before.email),
      expiresAt: { before: before.expiresAt, after: stored.expiresAt },
    },
  });
  outbox.drop(tx, id);
  outbox.enqueue(tx, { invitationId: id, ...shown });
  directory.refreshInvitation(tx, id);
  return {
    id,
    email: before.email,
    role: before.role,
    siteNames: siteNames(sitesOfInvitation(tx, id)),
    ...shown,
    expiresAt: stored.expiresAt,
    reactivation,
  };
}
