import type { ParsedInput, RequestOutput } from '../../contract';
import { invitationState } from '../../domain/invitation';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { siteNames } from '../users/assignment';
import { sitesOfInvitation } from './invitation-rows';
import { requireLiveInvitation } from './require-live';
import { newCode } from './secrets';

/**
 * A new code, for a slip of paper; link and validity stay. The code before is dead, also in a mail that still waits.
 * Errors: `invitation.not_found`, `invitation.accepted`, `invitation.expired`, `user.beyond_delegation`.
 */
export function codeRenewal({ db, random, outbox }: Pick<UseCaseDeps, 'db' | 'random' | 'outbox'>) {
  return (
    actor: Actor,
    { id }: ParsedInput<'invitations.renewCode'>,
  ): RequestOutput<'invitations.renewCode'> =>
    db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'invitation.resend');
      const live = requireLiveInvitation(tx, entitled, id);
      if (invitationState(live, tx.now) === 'expired') throw new AppError('invitation.expired');
      const { code, codeHash } = newCode(random);
      tx.update('invitation', id, { codeHash });
      outbox.renewCode(tx, id, code);
      tx.audit({
        action: 'invitation.renew_code',
        subject: { type: 'invitation', id },
        data: { email: personal(id, live.email) },
      });
      const { email, role, expiresAt } = live;
      return { id, email, role, siteNames: siteNames(sitesOfInvitation(tx, id)), code, expiresAt };
    });
}
