import type { ParsedInput } from '../../contract';
import { normalisePassword } from '../../domain/password';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import { setOwnPassword, setTemporaryPassword } from '../credentials/credential-rows';
import { passwordContext, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import { requireEntitled, requireGivable } from '../entitlement';
import { heldSeat } from '../invitations/held-seat';
import { requireOrganisation } from '../organisation/organisation-rows';
import { auditedSites, requireAssignment, siteNames } from './assignment';
import { clearInvitation, requireUnusedAddress } from './unused-address';
import { insertUser, requireEmail } from './user-rows';
import { setUserSites } from './user-sites';

type Deps = Pick<
  UseCaseDeps,
  'db' | 'hasher' | 'directory' | 'outbox' | 'announce' | 'licence' | 'initialPasswords' | 'commonPasswords'
>;

/**
 * An account with a password, temporary unless the administrator says otherwise.
 * Errors: `user.email_taken`, `user.email_inactive`, `user.email_invited`, `user.address_unavailable`,
 * `user.beyond_delegation` (the invitation to remove), `email.*`, `role.*`, `site.*`, `password.*`, `licence.*`.
 */
export function userCreation(deps: Deps) {
  const { db, hasher, directory, announce, licence, initialPasswords, commonPasswords } = deps;
  return async (actor: Actor, input: ParsedInput<'users.create'>): Promise<{ id: string }> => {
    const email = requireEmail(input.email);
    const hash = await hasher.hash(normalisePassword(input.password));
    return db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'user.create');
      requireGivable(entitled, input.role, 'user.create');
      licence.requireWritable(tx);
      initialPasswords.require(tx, actor, input.password);
      const { roleModel } = requireOrganisation(tx);
      const { role, sites } = requireAssignment(tx, roleModel, entitled.scope, input);
      requireUnusedAddress(tx, entitled, email);
      const invitation = clearInvitation(tx, deps, entitled, email, {
        reason: 'account_created',
        seenId: input.removeInvitationId,
      });
      const { displayName } = input;
      requirePassword(
        input.password,
        passwordContext(tx, { email: email.address, displayName, role, siteNames: siteNames(sites) }),
        commonPasswords,
      );

      const id = tx.newId();
      insertUser(tx, { id, email, displayName, role });
      setUserSites(
        tx,
        id,
        sites.map((site) => site.id),
      );
      if (input.mustChangePassword) setTemporaryPassword(tx, id, hash);
      else setOwnPassword(tx, id, hash);
      licence.requireSeat(tx, { role, state: 'active' }, heldSeat(invitation, tx.now));
      tx.audit({
        action: 'user.create',
        subject: { type: 'user', id },
        data: {
          email: personal(id, email.address),
          displayName: personal(id, displayName),
          role,
          sites: auditedSites(sites),
          mustChangePassword: input.mustChangePassword,
        },
      });
      directory.refreshUser(tx, id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return { id };
    });
  };
}
