import type { Tx } from '../../db/types';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import type { CommonPasswords } from '../../ports';
import { type Credential, readCredential, setOwnPassword } from '../credentials/credential-rows';
import { passwordContext, requireFreshPassword, requirePassword } from '../credentials/password-rules';
import { siteNames } from '../users/assignment';
import { requireActiveUser } from '../users/user-rows';
import { sitesOfUser } from '../users/user-sites';
import type { SessionDeps } from './begin-session';
import { checkSession } from './check-session';
import { endSessionsOf } from './end-sessions';
import type { OwnPassword } from './own-password';
import type { HeldSession } from './types';

/**
 * The forced change: the temporary password is spent in the transaction that saves the new one.
 * Errors: `access.denied` when no change is due, `sign_in.temporary_expired`, `password.*`.
 */
export function passwordChoice({ db, hasher, directory, announce, commonPasswords }: SessionDeps) {
  return async (held: HeldSession, newPassword: string): Promise<HeldSession> => {
    const temporary = requireTemporary(readCredential(db, held.userId));
    await requireFreshPassword(hasher, temporary, newPassword);
    const hash = await hasher.hash(normalisePassword(newPassword));
    return db.write(held.userId, (tx) => {
      requireLive(tx, held);
      const { temporaryExpiresAt } = requireTemporary(readCredential(tx, held.userId));
      if (temporaryExpiresAt !== null && tx.now >= temporaryExpiresAt)
        throw new AppError('sign_in.temporary_expired');
      savePassword(tx, commonPasswords, held.userId, newPassword, hash);
      const ended = endSessionsOf(tx, announce, held.userId, 'signedOutEverywhere', {
        except: held.sessionId,
      });
      tx.audit({
        action: 'password.change',
        subject: { type: 'user', id: held.userId },
        data: { temporaryPassword: { before: true, after: false }, sessionsEnded: ended.length },
      });
      directory.refreshUser(tx, held.userId);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return { ...held, passwordDue: false };
    });
  };
}

/** Errors: `sign_in.password_wrong`, `password.*`. The person's other sessions end. */
export function passwordChange({
  db,
  hasher,
  announce,
  commonPasswords,
  ownPassword,
}: SessionDeps & { ownPassword: OwnPassword }) {
  return async (held: HeldSession, currentPassword: string, newPassword: string): Promise<void> => {
    const verified = await ownPassword.verify(held.userId, currentPassword);
    const current = readCredential(db, held.userId);
    if (current !== undefined) await requireFreshPassword(hasher, current, newPassword);
    const hash = await hasher.hash(normalisePassword(newPassword));
    db.write(held.userId, (tx) => {
      requireLive(tx, held);
      ownPassword.requireStill(tx, held.userId, verified);
      savePassword(tx, commonPasswords, held.userId, newPassword, hash);
      const ended = endSessionsOf(tx, announce, held.userId, 'signedOutEverywhere', {
        except: held.sessionId,
      });
      tx.audit({
        action: 'password.change',
        subject: { type: 'user', id: held.userId },
        data: { sessionsEnded: ended.length },
      });
    });
  };
}

function requireTemporary(credential: Credential | undefined): Credential {
  if (credential?.mustChange === true) return credential;
  throw new AppError('access.denied', { resource: 'session', action: 'choosePassword' });
}

/** The session may have ended while the new password was hashed. Error: `access.session_required`. */
function requireLive(tx: Tx, held: HeldSession): void {
  if (!checkSession(tx, held.sessionId, tx.now).live) throw new AppError('access.session_required');
}

function savePassword(
  tx: Tx,
  commonPasswords: CommonPasswords,
  userId: string,
  password: string,
  hash: string,
): void {
  const person = requireActiveUser(tx, userId);
  requirePassword(
    password,
    passwordContext(tx, { ...person, siteNames: siteNames(sitesOfUser(tx, userId)) }),
    commonPasswords,
  );
  setOwnPassword(tx, userId, hash);
}
