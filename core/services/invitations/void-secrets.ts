import type { Tx } from '../../db/types';

/** Links and codes that still open something, or would if time were set back. */
const held = `select id, expires_at as expiresAt from invitation
  where accepted_at is null and removed_at is null and deleted_hlc is null and coalesce(token_hash, code_hash) is not null`;

/**
 * After a restore: a link that was replaced, used or taken back meanwhile would be good again, so none is until it is sent
 * anew. The invitations stay. Answers how many were pending.
 */
export function voidInvitationSecrets(tx: Tx): number {
  const open = tx.statement<{ id: string; expiresAt: number }>(held).all();
  for (const { id } of open) tx.update('invitation', id, { tokenHash: null, codeHash: null });
  return open.filter(({ expiresAt }) => expiresAt > tx.now).length;
}
