import { invitationState } from '../../domain/invitation';
import type { SeatUse } from '../../domain/licence';
import type { InvitationFacts } from './invitation-rows';

/** What an invitation is to the licence: a pending one can hold a seat, an expired one or none at all can't. */
export function heldSeat(invitation: InvitationFacts | undefined, now: number): SeatUse | null {
  if (invitation === undefined || invitationState(invitation, now) !== 'pending') return null;
  return { role: invitation.role, state: 'invited' };
}
