import type { Tx } from '../../db/types';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { auditedSites } from '../users/assignment';
import { type InvitationFacts, setInvitationSites, sitesOfInvitation } from './invitation-rows';

/** `removed`: by an administrator's own act; the others give way to something else in the same transaction. */
export type WithdrawalReason =
  | 'removed'
  | 'replaced'
  | 'account_created'
  | 'reactivated'
  | 'site_archived'
  | 'email_changed'
  | 'user_deleted';

/**
 * Removes a live invitation for good (product.md §5): address, code and token are blanked, the row stays as an anonymous
 * tombstone. The audit entries about it stay too, and lose the address with the personal values of this invitation: who
 * was invited can't be told any more, that, when and by whom an invitation was made and removed can.
 * @param reason `null`: whoever asks for it tells the log of it themselves.
 */
export function withdrawInvitation(
  tx: Tx,
  { directory, outbox }: Pick<UseCaseDeps, 'directory' | 'outbox'>,
  invitation: InvitationFacts,
  reason: WithdrawalReason | null,
): void {
  const { id } = invitation;
  const sites = auditedSites(sitesOfInvitation(tx, id));
  tx.update('invitation', id, {
    email: null,
    emailKey: null,
    tokenHash: null,
    codeHash: null,
    removedAt: tx.now,
  });
  setInvitationSites(tx, id, []);
  outbox.drop(tx, id);
  if (reason !== null) {
    tx.audit({
      action: 'invitation.remove',
      subject: { type: 'invitation', id },
      data: { email: personal(id, invitation.email), role: invitation.role, sites, reason },
    });
  }
  tx.erasePersonal(id);
  directory.refreshInvitation(tx, id);
}
