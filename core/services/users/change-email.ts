import type { ParsedInput } from '../../contract';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { openReactivation, readInvitation } from '../invitations/invitation-rows';
import { withdrawInvitation } from '../invitations/withdraw-invitation';
import { accountSubject, clearFailures } from '../sessions/back-off';
import { endSessionsOf } from '../sessions/end-sessions';
import { isStale, versionOf } from './edit-version';
import { clearInvitation, requireUnusedAddress } from './unused-address';
import { patchUser, requireEmail, requireUser } from './user-rows';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'outbox' | 'announce'>;

/**
 * A new address to sign in with and to write to, for active and inactive people; another spelling of the same one too.
 * All the person's sessions end. An invitation back went to the old address, so it is withdrawn.
 * Errors: `user.not_found`, `user.email_taken`, `user.email_inactive`, `user.email_invited`, `user.changed_meanwhile`,
 * `email.invalid`.
 */
export function emailChange(deps: Deps) {
  const { db, directory, announce } = deps;
  return (actor: Actor, input: ParsedInput<'users.changeEmail'>): { version: number } => {
    const email = requireEmail(input.email);
    return db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'user.changeEmail');
      const row = requireUser(tx, input.id);
      if (row.email === email.address) return { version: versionOf(tx, row) };
      if (isStale(tx, row, input.version)) {
        throw new AppError('user.changed_meanwhile', { fields: [{ field: 'email', current: row.email }] });
      }
      requireUnusedAddress(tx, entitled, email, row.id);
      withdrawReactivation(tx, row.id);
      clearInvitation(tx, deps, entitled, email, { reason: 'email_changed', seenId: null });

      patchUser(tx, row.id, { email: email.address, emailKey: email.key });
      if (row.emailKey !== email.key) clearFailures(tx, accountSubject(db.deskId, row.emailKey));
      const sessions = endSessionsOf(tx, announce, row.id, 'emailChanged');
      tx.audit({
        action: 'user.change_email',
        subject: { type: 'user', id: row.id },
        data: {
          email: { before: personal(row.id, row.email), after: personal(row.id, email.address) },
          sessionsEnded: sessions.length,
        },
      });
      directory.refreshUser(tx, row.id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return { version: versionOf(tx, requireUser(tx, row.id)) };
    });
  };

  function withdrawReactivation(tx: Tx, userId: string): void {
    const open = openReactivation(tx, userId);
    const invitation = open === null ? undefined : readInvitation(tx, open.invitationId);
    if (invitation !== undefined) withdrawInvitation(tx, deps, invitation, 'email_changed');
  }
}
