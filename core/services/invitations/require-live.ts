import type { ReadDb } from '../../db/types';
import { AppError } from '../../errors/app-error';
import { type InvitationFacts, readInvitation } from './invitation-rows';

/** A pending or expired invitation. Errors: `invitation.not_found`, `invitation.accepted`. */
export function requireLiveInvitation(db: ReadDb, id: string): InvitationFacts {
  const found = readInvitation(db, id);
  if (found === undefined) throw new AppError('invitation.not_found');
  if (found.acceptedAt !== null) throw new AppError('invitation.accepted', { email: found.email });
  return found;
}
