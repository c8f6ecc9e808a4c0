import type { ParsedInput } from '../../contract';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { readCredential, setTemporaryPassword } from '../credentials/credential-rows';
import { passwordContext, requireFreshPassword, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { heldSeat } from '../invitations/held-seat';
import { findLiveByEmailKey } from '../invitations/invitation-rows';
import { withdrawInvitation } from '../invitations/withdraw-invitation';
import { requireOrganisation } from '../organisation/organisation-rows';
import { requireAssignment, siteNames } from './assignment';
import { restoreUser } from './restore-user';
import { requireUser } from './user-rows';

type Deps = Pick<
  UseCaseDeps,
  'db' | 'hasher' | 'directory' | 'outbox' | 'announce' | 'licence' | 'initialPasswords' | 'commonPasswords'
>;

/**
 * The account is back with this role, these sites and a temporary password. An invitation that waits to do the same goes
 * in the same transaction. Errors: `user.not_found`, `user.already_active`, `role.*`, `site.*`, `password.*`, `licence.*`.
 */
export function userReactivation(deps: Deps) {
  const { db, hasher, directory, announce, licence, initialPasswords, commonPasswords } = deps;
  return async (actor: Actor, input: ParsedInput<'users.reactivate'>): Promise<{ expiresAt: number }> => {
    const current = readCredential(db, input.id);
    if (current !== undefined) await requireFreshPassword(hasher, current, input.password);
    const hash = await hasher.hash(normalisePassword(input.password));
    return db.write(actor.userId, (tx) => {
      const { scope } = requireEntitled(tx, actor, 'user.reactivate');
      licence.requireWritable(tx);
      initialPasswords.require(tx, actor, input.password);
      const row = requireUser(tx, input.id);
      const { displayName } = row;
      if (row.status === 'active') throw new AppError('user.already_active', { name: displayName });
      const { roleModel } = requireOrganisation(tx);
      const assignment = requireAssignment(tx, roleModel, scope, input);
      requirePassword(
        input.password,
        passwordContext(tx, { ...row, role: assignment.role, siteNames: siteNames(assignment.sites) }),
        commonPasswords,
      );

      const waiting = findLiveByEmailKey(tx, row.emailKey);
      if (waiting !== undefined) withdrawInvitation(tx, deps, waiting, 'reactivated');
      const change = restoreUser(tx, row, assignment, displayName);
      licence.requireSeat(
        tx,
        { role: assignment.role, state: 'active' },
        { role: assignment.role, state: 'inactive' },
        heldSeat(waiting, tx.now),
      );
      const expiresAt = setTemporaryPassword(tx, row.id, hash);
      tx.audit({
        action: 'user.reactivate',
        subject: { type: 'user', id: row.id },
        data: { ...change, temporaryPasswordExpiresAt: expiresAt },
      });
      directory.refreshUser(tx, row.id);
      tx.afterCommit(() => {
        announce({ kind: 'directory' });
        // Expected visits were marked while their host was gone.
        announce({ kind: 'visits' });
      });
      return { expiresAt };
    });
  };
}
