import type { Tx } from '../../db/types';
import type { UseCaseDeps } from '../deps';
import { type InvitationFacts, readInvitation } from './invitation-rows';
import { type WithdrawalReason, withdrawInvitation } from './withdraw-invitation';

type Deps = Pick<UseCaseDeps, 'directory' | 'outbox'>;

/** By address there is no index: one look through the table for all of them. */
const toPeople = `
  with person as (select value ->> 'id' as id, value ->> 'emailKey' as email_key from json_each(?)),
    kept as (select * from invitation where removed_at is null and deleted_hlc is null and email is not null)
  select id from kept where email_key in (select email_key from person)
  union all
  select id from kept where accepted_user_id in (select id from person)
  union all
  select id from kept where reactivates_user_id in (select id from person)`;

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
    // One found twice has no address any more.
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
