import type { RequestOutput } from '../../../contract';
import type { Tx } from '../../../db/types';
import { invitationState } from '../../../domain/invitation';
import { undoOf } from '../../../domain/undo';
import { changes } from '../../audit-log/personal';
import { readCredential } from '../../credentials/credential-rows';
import { heldSeat } from '../../invitations/held-seat';
import { findLiveByEmailKey } from '../../invitations/invitation-rows';
import { withdrawInvitation } from '../../invitations/withdraw-invitation';
import { requireOrganisation } from '../../organisation/organisation-rows';
import { auditedSites, requireAssignment } from '../assignment';
import { patchUser } from '../user-rows';
import { setUserSites } from '../user-sites';
import type { Undoing } from './undo-change';

/** Role, sites and end date are back. What ended with the deactivation, sessions and temporary passwords, stays ended. */
export function undoDeactivation(
  tx: Tx,
  { deps, row, entry, scope, refuse }: Undoing,
): RequestOutput<'users.undo'> {
  const { directory, announce, licence } = deps;
  const before = { role: entry.role?.before ?? null, siteIds: entry.sites?.before ?? null };
  if (before.role === null || before.siteIds === null) throw refuse('not_undoable');
  const leavesAt = entry.leavesAt?.before ?? null;
  if (leavesAt !== null && leavesAt <= tx.now) throw refuse('end_date_past');
  if (isApart(tx, row.id)) throw refuse('email_taken');
  const waiting = findLiveByEmailKey(tx, row.emailKey);
  if (waiting !== undefined && invitationState(waiting, tx.now) === 'pending') throw refuse('invited');
  licence.requireWritable(tx);
  const { role, sites } = requireAssignment(tx, requireOrganisation(tx).roleModel, scope, {
    role: before.role,
    siteIds: before.siteIds,
  });

  if (waiting !== undefined) withdrawInvitation(tx, deps, waiting, 'reactivated');
  patchUser(tx, row.id, { status: 'active', role, deactivatedAt: null, leavesAt });
  setUserSites(
    tx,
    row.id,
    sites.map((site) => site.id),
  );
  licence.requireSeat(tx, { role, state: 'active' }, { role, state: 'inactive' }, heldSeat(waiting, tx.now));
  tx.audit({
    action: undoOf[entry.action],
    subject: { type: 'user', id: row.id },
    data: {
      status: { before: 'inactive', after: 'active' },
      role: { before: null, after: role },
      sites: { before: [], after: auditedSites(sites) },
      ...changes({ leavesAt: { before: null, after: leavesAt } }),
      undid: entry.id,
    },
  });
  directory.refreshUser(tx, row.id);
  tx.afterCommit(() => {
    announce({ kind: 'directory' });
    // Expected visits were marked while their host was gone.
    announce({ kind: 'visits' });
  });
  const credential = readCredential(tx, row.id);
  return { passwordGone: credential === undefined || isOver(credential.temporaryExpiresAt, tx.now) };
}

/** Another account has the address now. */
function isApart(tx: Tx, userId: string): boolean {
  const row = tx
    .statement<{ conflictOf: string | null }>('select conflict_of as conflictOf from user where id = ?')
    .get(userId);
  return row?.conflictOf != null;
}

function isOver(temporaryExpiresAt: number | null, now: number): boolean {
  return temporaryExpiresAt !== null && temporaryExpiresAt <= now;
}
