import { can } from '../../access/permissions';
import { reaches, siteScope } from '../../access/scope';
import type { Tx } from '../../db/types';
import { hasAllSites, roleProblem } from '../../domain/role';
import { AppError } from '../../errors/app-error';
import { requireOrganisation } from '../organisation/organisation-rows';
import type { Assignment } from '../users/assignment';
import { findByEmailKey, hasLeft, isActive, readUser, type UserFacts } from '../users/user-rows';
import { sitesOfUser } from '../users/user-sites';
import { type InvitationFacts, sitesOfInvitation } from './invitation-rows';

/** Who sent it must still be allowed to, to these sites and with this role. Error: `invitation.inviter_gone`. */
export function requireInviter(tx: Tx, { id, inviterId, role, reactivatesUserId }: InvitationFacts): void {
  const inviter = readUser(tx, inviterId);
  if (inviter === undefined || !isActive(inviter) || hasLeft(inviter, tx.now))
    throw new AppError('invitation.inviter_gone');
  if (!can(inviter.role, 'invitation.create', requireOrganisation(tx)))
    throw new AppError('invitation.inviter_gone');
  const ownSites = sitesOfUser(tx, inviterId).map((site) => site.id);
  const scope = siteScope(inviter.role, ownSites);
  const offered = sitesOfInvitation(tx, id);
  const within = offered.every((site) => reaches(scope, site.id));
  const delegable = role === 'member' && within && reactivatesUserId === null;
  if (scope.kind === 'sites' && !delegable) throw new AppError('invitation.inviter_gone');
}

/**
 * What it offers can still be given. What is wrong with a role is told to who chooses it; who is invited can only ask
 * for another invitation. Errors: `invitation.site_closed`, `invitation.role_gone`.
 */
export function requireOffer(tx: Tx, { id, role }: InvitationFacts): Assignment {
  const sites = sitesOfInvitation(tx, id);
  const closed = sites.find((site) => site.archivedAt !== null);
  if (closed !== undefined) throw new AppError('invitation.site_closed', { site: closed.name });
  const { roleModel } = requireOrganisation(tx);
  if (roleProblem(roleModel, role, sites.length) !== null) throw new AppError('invitation.role_gone');
  return { role, sites: hasAllSites(role) ? [] : sites };
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
