import { and, eq, isNull, or } from 'drizzle-orm';
import { invitation } from '../../db/schema';
import type { Tx } from '../../db/types';
import type { UseCaseDeps } from '../deps';
import { readInvitation } from './invitation-rows';
import { withdrawInvitation } from './withdraw-invitation';

/**
 * Invitations to a person who is being erased, or that they accepted: live ones are withdrawn, accepted ones stay counted
 * and lose the address. Reads the whole table, which deleting somebody may: conflicts are found by it too.
 */
export function eraseInvitationsOf(
  tx: Tx,
  deps: Pick<UseCaseDeps, 'directory' | 'outbox'>,
  { id: userId, emailKey }: { id: string; emailKey: string },
): void {
  const rows = tx.orm
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        or(
          eq(invitation.emailKey, emailKey),
          eq(invitation.acceptedUserId, userId),
          eq(invitation.reactivatesUserId, userId),
        ),
        isNull(invitation.removedAt),
        isNull(invitation.deletedHlc),
      ),
    )
    .all();
  for (const { id } of rows) {
    const found = readInvitation(tx, id);
    if (found === undefined) continue;
    if (found.acceptedAt === null) withdrawInvitation(tx, deps, found, 'user_deleted');
    else blank(tx, deps, id);
  }
}

function blank(tx: Tx, { outbox }: Pick<UseCaseDeps, 'outbox'>, id: string): void {
  tx.update('invitation', id, { email: null, emailKey: null, tokenHash: null, codeHash: null });
  outbox.drop(tx, id);
  tx.erasePersonal(id);
}
