import type { ParsedInput } from '../../contract';
import type { Tx } from '../../db/types';
import { normalisePassword } from '../../domain/password';
import type { Role } from '../../domain/role';
import { AppError, isAppError } from '../../errors/app-error';
import { changes, personal } from '../audit-log/personal';
import { readCredential, setOwnPassword } from '../credentials/credential-rows';
import { passwordContext, requireFreshPassword, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import { clearFailures, codeSubject } from '../sessions/back-off';
import { type Assignment, auditedSites, siteNames } from '../users/assignment';
import { restoreUser } from '../users/restore-user';
import { insertUser, type UserFacts } from '../users/user-rows';
import { setUserSites } from '../users/user-sites';
import { requireFreeAddress, requireInviter, requireOffer } from './accept-checks';
import { requirePending, secretAdmission } from './admit-secret';

type Deps = Pick<
  UseCaseDeps,
  'db' | 'clock' | 'ids' | 'hasher' | 'directory' | 'outbox' | 'announce' | 'licence' | 'commonPasswords'
>;
type Input = ParsedInput<'invitations.accept'>;

/**
 * One transaction re-checks secret, expiry, inviter, role, sites and address, then creates the account or restores the
 * inactive one: with the invitation's role and sites, the name and password given, and no old session. A failed check
 * changes nothing and says why.
 * Errors: `invitation.dead`, `.wait`, `.expired`, `.accepted`, `.inviter_gone`, `.site_closed`, `.role_gone`,
 * `.address_taken`, `.no_seat`, `licence.read_only`, `password.*`.
 */
export function invitationAcceptance(deps: Deps) {
  const { db, ids, hasher, directory, outbox, announce, licence, commonPasswords } = deps;
  const admit = secretAdmission(deps);

  return async (input: Input): Promise<{ email: string }> => {
    const { id, reactivatesUserId } = admit(input.secret);
    const former = reactivatesUserId === null ? undefined : readCredential(db, reactivatesUserId);
    if (former !== undefined) await requireFreshPassword(hasher, former, input.password);
    const hash = await hasher.hash(normalisePassword(input.password));
    const userId = reactivatesUserId ?? ids.next();
    try {
      return db.write(userId, (tx) => accept(tx, input, userId, hash));
    } catch (error) {
      auditRefusal(id, error);
      throw error;
    }
  };

  function accept(tx: Tx, input: Input, userId: string, hash: string): { email: string } {
    const invitation = requirePending(tx, input.secret, tx.now);
    requireInviter(tx, invitation);
    const { role, sites } = requireOffer(tx, invitation);
    const inactive = requireFreeAddress(tx, invitation);
    const { email, emailKey } = invitation;
    const { displayName } = input;
    requirePassword(
      input.password,
      passwordContext(tx, { email, displayName, role, siteNames: siteNames(sites) }),
      commonPasswords,
    );

    if (inactive !== null) restore(tx, inactive, { role, sites }, displayName);
    else create(tx, userId, { address: email, key: emailKey }, { role, sites }, displayName);
    setOwnPassword(tx, userId, hash);
    tx.update('invitation', invitation.id, { acceptedAt: tx.now, acceptedUserId: userId });
    requireSeatLeft(tx, role, inactive !== null);
    outbox.drop(tx, invitation.id);
    tx.audit({
      action: 'invitation.accept',
      subject: { type: 'invitation', id: invitation.id },
      data: { email: personal(invitation.id, email), user: userId, reactivation: inactive !== null },
    });
    clearFailures(tx, codeSubject(db.deskId));
    directory.refreshInvitation(tx, invitation.id);
    directory.refreshUser(tx, userId);
    tx.afterCommit(() => {
      announce({ kind: 'directory' });
      // Expected visits were marked while their host was gone.
      if (inactive !== null) announce({ kind: 'visits' });
    });
    return { email };
  }

  /** Unless the invitation has held a seat all along, whether one is left is asked now (product.md §5). */
  function requireSeatLeft(tx: Tx, role: Role, returning: boolean): void {
    try {
      licence.requireWritable(tx);
      const inactive = returning ? ({ role, state: 'inactive' } as const) : null;
      licence.requireSeat(tx, { role, state: 'active' }, { role, state: 'invited' }, inactive);
    } catch (error) {
      if (isAppError(error, 'licence.users')) throw new AppError('invitation.no_seat');
      throw error;
    }
  }

  /** The refused transaction left nothing behind; that it was refused, and why, is worth keeping. */
  function auditRefusal(id: string, error: unknown): void {
    if (!(error instanceof AppError) || !error.code.startsWith('invitation.')) return;
    db.write(null, (tx) =>
      tx.audit({
        action: 'invitation.accept',
        outcome: 'denied',
        subject: { type: 'invitation', id },
        data: { reason: error.code },
      }),
    );
  }
}

function create(
  tx: Tx,
  id: string,
  email: { address: string; key: string },
  { role, sites }: Assignment,
  displayName: string,
): void {
  insertUser(tx, { id, email, displayName, role });
  setUserSites(
    tx,
    id,
    sites.map((site) => site.id),
  );
  tx.audit({
    action: 'user.create',
    subject: { type: 'user', id },
    data: {
      email: personal(id, email.address),
      displayName: personal(id, displayName),
      role,
      sites: auditedSites(sites),
      by: 'invitation',
    },
  });
}

function restore(tx: Tx, row: UserFacts, assignment: Assignment, displayName: string): void {
  const change = restoreUser(tx, row, assignment, displayName);
  const renamed = changes({
    displayName: { before: personal(row.id, row.displayName), after: personal(row.id, displayName) },
  });
  tx.audit({
    action: 'user.reactivate',
    subject: { type: 'user', id: row.id },
    data: { ...change, ...renamed, by: 'invitation' },
  });
}
