import type { ReadDb } from '../../db/types';
import { AppError, isAppError } from '../../errors/app-error';
import { type Entitled, requireReach } from '../entitlement';
import { type InvitationFacts, readInvitation, siteIdsOfInvitation } from './invitation-rows';

/**
 * A pending or expired invitation that the actor reaches: that it was accepted, and by whom, is told to nobody else.
 * Errors: `invitation.not_found`, `user.beyond_delegation`, `invitation.accepted`.
 */
export function requireLiveInvitation(db: ReadDb, entitled: Entitled, id: string): InvitationFacts {
  const found = readInvitation(db, id);
  if (found === undefined) throw new AppError('invitation.not_found');
  requireInvitationReach(db, entitled, found);
  if (found.acceptedAt !== null) throw new AppError('invitation.accepted', { email: found.email });
  return found;
}

/**
 * An invitation back belongs to an inactive person, who is at no site: beyond who reaches some sites only.
 * Errors: `invitation.not_found` when none of its sites is the actor's, `user.beyond_delegation`.
 */
export function requireInvitationReach(
  db: ReadDb,
  entitled: Entitled,
  { id, email, role, reactivatesUserId }: InvitationFacts,
): void {
  try {
    const siteIds = reactivatesUserId === null ? siteIdsOfInvitation(db, id) : [];
    requireReach(entitled, { displayName: email, role, siteIds });
  } catch (error) {
    if (isAppError(error, 'user.not_found')) throw new AppError('invitation.not_found');
    throw error;
  }
}
