import type { ParsedInput, RequestOutput } from '../../contract';
import type { UseCaseDeps } from '../deps';
import { requireOrganisation } from '../organisation/organisation-rows';
import { readUser } from '../users/user-rows';
import { secretAdmission } from './admit-secret';
import { sitesOfInvitation } from './invitation-rows';

/**
 * What the holder of a code or link is invited to.
 * Errors: `invitation.dead`, `invitation.wait`, `invitation.expired`, `invitation.accepted`.
 */
export function invitationLookUp(deps: Pick<UseCaseDeps, 'db' | 'clock'>) {
  const { db } = deps;
  const admit = secretAdmission(deps);
  return ({ secret }: ParsedInput<'invitations.lookUp'>): RequestOutput<'invitations.lookUp'> => {
    const { id, email, role, expiresAt, reactivatesUserId } = admit(secret);
    return {
      organisationName: requireOrganisation(db).name,
      email,
      role,
      siteNames: sitesOfInvitation(db, id).map((site) => site.name),
      displayName: reactivatesUserId === null ? null : (readUser(db, reactivatesUserId)?.displayName ?? null),
      expiresAt,
    };
  };
}
