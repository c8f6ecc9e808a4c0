import type { ParsedInput } from '../../contract';
import type { Tx } from '../../db/types';
import type { EmailAddress } from '../../domain/email';
import { invitationState } from '../../domain/invitation';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import { setOwnPassword, setTemporaryPassword } from '../credentials/credential-rows';
import { passwordContext, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import { requireEntitled, requireGivable } from '../entitlement';
import { findLiveByEmailKey } from '../invitations/invitation-rows';
import { withdrawInvitation } from '../invitations/withdraw-invitation';
import { requireOrganisation } from '../organisation/organisation-rows';
import { requireAssignment, siteNames } from './assignment';
import { findByEmailKey, insertUser, requireEmail } from './user-rows';
import { setUserSites } from './user-sites';

type Deps = Pick<
  UseCaseDeps,
  'db' | 'hasher' | 'directory' | 'announce' | 'licence' | 'initialPasswords' | 'commonPasswords'
>;

/**
 * An account with a password, temporary unless the administrator says otherwise.
 * Errors: `user.email_taken`, `user.email_inactive`, `user.email_invited`, `email.*`, `role.*`, `site.*`, `password.*`,
 * `licence.*`.
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
      requireUnusedAddress(tx, email);
      clearInvitation(tx, email, input.removeInvitationId);
      const { displayName } = input;
      const names = siteNames(sites);
      requirePassword(
        input.password,
        passwordContext(tx, { email: email.address, displayName, role, siteNames: names }),
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
      licence.requireSeat(tx, { role, state: 'active' }, null);
      tx.audit({
        action: 'user.create',
        subject: { type: 'user', id },
        data: {
          email: personal(id, email.address),
          displayName: personal(id, displayName),
          role,
          sites: names,
          mustChangePassword: input.mustChangePassword,
        },
      });
      directory.refreshUser(tx, id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return { id };
    });
  };

  /** An expired invitation gives way by itself; a pending one only when the administrator has seen it and said so. */
  function clearInvitation(tx: Tx, email: EmailAddress, removeInvitationId: string | null): void {
    const live = findLiveByEmailKey(tx, email.key);
    if (live === undefined) return;
    if (invitationState(live, tx.now) === 'pending' && live.id !== removeInvitationId) {
      throw new AppError('user.email_invited', { invitationId: live.id, email: live.email });
    }
    withdrawInvitation(tx, directory, live, 'account_created');
  }
}

function requireUnusedAddress(tx: Tx, email: EmailAddress): void {
  const owner = findByEmailKey(tx, email.key);
  if (owner === undefined) return;
  throw new AppError(owner.status === 'active' ? 'user.email_taken' : 'user.email_inactive', {
    userId: owner.id,
    email: owner.email,
  });
}
