import type { Tx } from '../../db/types';
import type { EmailAddress } from '../../domain/email';
import { invitationState } from '../../domain/invitation';
import { AppError } from '../../errors/app-error';
import type { UseCaseDeps } from '../deps';
import { type Entitled, requireKnowable } from '../entitlement';
import {
  findLiveByEmailKey,
  type InvitationFacts,
  siteIdsOfInvitation,
} from '../invitations/invitation-rows';
import { requireInvitationReach } from '../invitations/require-live';
import { type WithdrawalReason, withdrawInvitation } from '../invitations/withdraw-invitation';
import { findByEmailKey, type UserFacts } from './user-rows';
import { sitesOfUser } from './user-sites';

/**
 * The account that owns an address, for who may know of it: an inactive one is at no site.
 * Error: `user.address_unavailable`.
 */
export function knowableOwner(tx: Tx, entitled: Entitled, email: EmailAddress): UserFacts | undefined {
  const owner = findByEmailKey(tx, email.key);
  if (owner === undefined) return undefined;
  requireKnowable(
    entitled,
    sitesOfUser(tx, owner.id).map((site) => site.id),
  );
  return owner;
}

/**
 * Nobody has the address; the person it may already belong to apart.
 * Errors: `user.email_taken`, `user.email_inactive`, `user.address_unavailable`.
 */
export function requireUnusedAddress(
  tx: Tx,
  entitled: Entitled,
  email: EmailAddress,
  ownerId: string | null = null,
): void {
  const owner = knowableOwner(tx, entitled, email);
  if (owner === undefined || owner.id === ownerId) return;
  throw new AppError(owner.status === 'active' ? 'user.email_taken' : 'user.email_inactive', {
    userId: owner.id,
    email: owner.email,
  });
}

/**
 * An expired invitation to the address gives way by itself; a pending one only when the administrator has seen it and
 * said so. Answers the one that went. Errors: `user.email_invited`, `user.address_unavailable`, `user.beyond_delegation`.
 */
export function clearInvitation(
  tx: Tx,
  deps: Pick<UseCaseDeps, 'directory' | 'outbox'>,
  entitled: Entitled,
  email: EmailAddress,
  { reason, seenId }: { reason: WithdrawalReason; seenId: string | null },
): InvitationFacts | undefined {
  const live = findLiveByEmailKey(tx, email.key);
  if (live === undefined) return undefined;
  requireKnowable(entitled, siteIdsOfInvitation(tx, live.id));
  if (invitationState(live, tx.now) === 'pending' && live.id !== seenId) {
    throw new AppError('user.email_invited', { invitationId: live.id, email: live.email });
  }
  requireInvitationReach(tx, entitled, live);
  withdrawInvitation(tx, deps, live, reason);
  return live;
}
