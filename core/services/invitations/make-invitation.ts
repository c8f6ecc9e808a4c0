import type { ReadyInvitation } from '../../contract/invitations';
import type { Tx } from '../../db/types';
import type { EmailAddress } from '../../domain/email';
import { invitationState } from '../../domain/invitation';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { type Entitled, requireKnowable } from '../entitlement';
import { type Assignment, auditedSites, siteNames } from '../users/assignment';
import { knowableOwner } from '../users/unused-address';
import type { UserFacts } from '../users/user-rows';
import {
  findLiveByEmailKey,
  insertInvitation,
  setInvitationSites,
  siteIdsOfInvitation,
} from './invitation-rows';
import { requireInvitationReach } from './require-live';
import { newSecrets } from './secrets';
import { withdrawInvitation } from './withdraw-invitation';

export type MakingDeps = Pick<UseCaseDeps, 'random' | 'directory' | 'outbox' | 'licence'>;

/** Who invites, as the transaction found them. */
export interface Inviter {
  actor: Actor;
  entitled: Entitled;
}

/**
 * Invites one address within a transaction, or a deactivated person back; an expired invitation to it is replaced.
 * Errors: `invitation.email_active`, `invitation.already_pending`, `user.address_unavailable`, `user.beyond_delegation`
 * (the expired one to replace), `licence.*`.
 */
export function makeInvitation(
  tx: Tx,
  deps: MakingDeps,
  { actor, entitled }: Inviter,
  { role, sites }: Assignment,
  typed: EmailAddress,
): ReadyInvitation {
  const { random, directory, outbox, licence } = deps;
  const former = formerOwner(tx, entitled, typed);
  // Mail goes to the address the account is stored with, never to a look-alike that was typed.
  const email = former === undefined ? typed : { address: former.email, key: former.emailKey };
  makeRoom(tx, deps, entitled, email);

  const id = tx.newId();
  const { shown, stored } = newSecrets(random, tx.now);
  const reactivatesUserId = former?.id ?? null;
  insertInvitation(tx, { id, email, role, inviterId: actor.userId, reactivatesUserId, ...stored });
  setInvitationSites(
    tx,
    id,
    sites.map((site) => site.id),
  );
  licence.requireSeat(
    tx,
    { role, state: 'invited' },
    former === undefined ? null : { role, state: 'inactive' },
  );
  tx.audit({
    action: 'invitation.create',
    subject: { type: 'invitation', id },
    data: {
      email: personal(id, email.address),
      role,
      sites: auditedSites(sites),
      expiresAt: stored.expiresAt,
      reactivates: reactivatesUserId,
    },
  });
  outbox.enqueue(tx, { invitationId: id, ...shown });
  directory.refreshInvitation(tx, id);
  return {
    id,
    email: email.address,
    role,
    siteNames: siteNames(sites),
    ...shown,
    expiresAt: stored.expiresAt,
    reactivation: former !== undefined,
  };
}

function makeRoom(tx: Tx, deps: MakingDeps, entitled: Entitled, email: EmailAddress): void {
  const live = findLiveByEmailKey(tx, email.key);
  if (live === undefined) return;
  requireKnowable(entitled, siteIdsOfInvitation(tx, live.id));
  if (invitationState(live, tx.now) === 'pending') {
    throw new AppError('invitation.already_pending', { invitationId: live.id, email: live.email });
  }
  requireInvitationReach(tx, entitled, live);
  withdrawInvitation(tx, deps, live, 'replaced');
}

/** The inactive account of this address, if there is one; only who reaches all sites gets it back. */
function formerOwner(tx: Tx, entitled: Entitled, email: EmailAddress): UserFacts | undefined {
  const owner = knowableOwner(tx, entitled, email);
  if (owner?.status === 'active') {
    throw new AppError('invitation.email_active', { userId: owner.id, email: owner.email });
  }
  return owner;
}
