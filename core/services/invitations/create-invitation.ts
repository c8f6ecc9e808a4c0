import type { ParsedInput } from '../../contract';
import type { ReadyInvitation } from '../../contract/invitations';
import type { Tx } from '../../db/types';
import type { EmailAddress } from '../../domain/email';
import { invitationState } from '../../domain/invitation';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { type Entitled, requireEntitled, requireGivable, requireKnowable } from '../entitlement';
import { requireOrganisation } from '../organisation/organisation-rows';
import { auditedSites, requireAssignment } from '../users/assignment';
import { knowableOwner } from '../users/unused-address';
import { requireEmail, type UserFacts } from '../users/user-rows';
import {
  findLiveByEmailKey,
  insertInvitation,
  setInvitationSites,
  siteIdsOfInvitation,
} from './invitation-rows';
import { requireInvitationReach } from './require-live';
import { newSecrets } from './secrets';
import { withdrawInvitation } from './withdraw-invitation';

type Deps = Pick<UseCaseDeps, 'db' | 'random' | 'directory' | 'announce' | 'licence'>;

/**
 * Invites an address, or a deactivated person back. An expired invitation to the address is replaced.
 * Errors: `invitation.email_active`, `invitation.already_pending`, `user.address_unavailable`, `user.beyond_delegation`
 * (the expired one to replace), `email.*`, `role.*`, `site.*`, `licence.*`.
 */
export function invitationCreation({ db, random, directory, announce, licence }: Deps) {
  return (actor: Actor, input: ParsedInput<'invitations.create'>): ReadyInvitation =>
    db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'invitation.create');
      requireGivable(entitled, input.role, 'invitation.create');
      licence.requireWritable(tx);
      const { roleModel } = requireOrganisation(tx);
      const { role, sites } = requireAssignment(tx, roleModel, entitled.scope, input);
      const typed = requireEmail(input.email);
      const former = formerOwner(tx, entitled, typed);
      // Mail goes to the address the account is stored with, never to a look-alike that was typed.
      const email = former === undefined ? typed : { address: former.email, key: former.emailKey };
      makeRoom(tx, entitled, email);

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
      directory.refreshInvitation(tx, id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return {
        id,
        email: email.address,
        ...shown,
        expiresAt: stored.expiresAt,
        reactivation: former !== undefined,
      };
    });

  function makeRoom(tx: Tx, entitled: Entitled, email: EmailAddress): void {
    const live = findLiveByEmailKey(tx, email.key);
    if (live === undefined) return;
    requireKnowable(entitled, siteIdsOfInvitation(tx, live.id));
    if (invitationState(live, tx.now) === 'pending') {
      throw new AppError('invitation.already_pending', { invitationId: live.id, email: live.email });
    }
    requireInvitationReach(tx, entitled, live);
    withdrawInvitation(tx, directory, live, 'replaced');
  }
}

/** The inactive account of this address, if there is one; only who reaches all sites gets it back. */
function formerOwner(tx: Tx, entitled: Entitled, email: EmailAddress): UserFacts | undefined {
  const owner = knowableOwner(tx, entitled, email);
  if (owner?.status === 'active') {
    throw new AppError('invitation.email_active', { userId: owner.id, email: owner.email });
  }
  return owner;
}
