import type { Tx } from '../../db/types';
import type { UseCaseDeps } from '../deps';
import { type InvitationFacts, readInvitation } from './invitation-rows';
import { type WithdrawalReason, withdrawInvitation } from './withdraw-invitation';

type Deps = Pick<UseCaseDeps, 'directory' | 'outbox'>;

/** One look through the table for all of them. */
const toPeople = `
  with person as (select value ->> 'id' as id, value ->> 'emailKey' as email_key from json_each(?))
  select i.id from invitation i
  where i.removed_at is null and i.deleted_hlc is null and i.email is not null and (
    i.email_key in (select email_key from person)
    or i.accepted_user_id in (select id from person)
    or i.reactivates_user_id in (select id from person))`;

/**
 * Invitations to people who are being erased, or that they accepted. Reads the whole table, which deleting somebody may:
 * conflicts are found by it too.
 */
export function eraseInvitationsOf(
  tx: Tx,
  deps: Deps,
  people: readonly { id: string; emailKey: string }[],
  reason: WithdrawalReason | null,
): void {
  const told = JSON.stringify(people.map(({ id, emailKey }) => ({ id, emailKey })));
  for (const { id } of tx.statement<{ id: string }>(toPeople).all(told)) {
    const found = readInvitation(tx, id);
    if (found !== undefined) eraseInvitation(tx, deps, found, reason);
  }
}

/** A live one is withdrawn; an accepted one stays counted and loses the address. */
export function eraseInvitation(
  tx: Tx,
  deps: Deps,
  invitation: InvitationFacts,
  reason: WithdrawalReason | null,
): void {
  if (invitation.acceptedAt === null) withdrawInvitation(tx, deps, invitation, reason);
  else blank(tx, deps, invitation.id);
}

function blank(tx: Tx, { outbox }: Pick<UseCaseDeps, 'outbox'>, id: string): void {
  tx.update('invitation', id, { email: null, emailKey: null, tokenHash: null, codeHash: null });
  outbox.drop(tx, id);
  tx.erasePersonal(id);
}
