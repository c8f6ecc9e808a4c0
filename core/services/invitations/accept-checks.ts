import { can } from '../../access/permissions';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import { requireOrganisation } from '../organisation/organisation-rows';
import { type Assignment, requireAssignment } from '../users/assignment';
import { findByEmailKey, isActive, readUser, type UserFacts } from '../users/user-rows';
import { type InvitationFacts, sitesOfInvitation } from './invitation-rows';

/** Who sent it must still be allowed to. Error: `invitation.inviter_gone`. */
export function requireInviter(tx: Tx, { inviterId }: InvitationFacts): void {
  const inviter = readUser(tx, inviterId);
  if (inviter === undefined || !isActive(inviter) || !can(inviter.role, 'invitation.create')) {
    throw new AppError('invitation.inviter_gone');
  }
}

/** What it offers can still be given. Errors: `invitation.site_closed`, `role.*`. */
export function requireOffer(tx: Tx, { id, role }: InvitationFacts): Assignment {
  const sites = sitesOfInvitation(tx, id);
  const closed = sites.find((site) => site.archivedAt !== null);
  if (closed !== undefined) throw new AppError('invitation.site_closed', { site: closed.name });
  const { roleModel } = requireOrganisation(tx);
  return requireAssignment(tx, roleModel, { kind: 'all' }, { role, siteIds: sites.map((site) => site.id) });
}

/** The inactive account this invitation brings back; `null` when it makes a new one. Error: `invitation.address_taken`. */
export function requireFreeAddress(
  tx: Tx,
  { emailKey, reactivatesUserId }: InvitationFacts,
): UserFacts | null {
  const owner = findByEmailKey(tx, emailKey) ?? null;
  if ((owner?.id ?? null) !== reactivatesUserId || owner?.status === 'active') {
    throw new AppError('invitation.address_taken');
  }
  return owner;
}
