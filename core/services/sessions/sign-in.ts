import { parseEmail } from '../../domain/email';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import { type Credential, readCredential, replaceHash } from '../credentials/credential-rows';
import { findByEmailKey, hasLeft, type UserFacts } from '../users/user-rows';
import {
  accountSubject,
  type BackOffSubject,
  clearAccount,
  deskSubject,
  noteFailure,
  waitMs,
} from './back-off';
import { beginSession, type SessionDeps } from './begin-session';
import type { OneAtATime } from './one-at-a-time';
import type { HeldSession } from './types';

/** Why somebody wasn't let in: for the audit log. The first three are the same to the person. */
type Refusal = 'unknown' | 'wrong_password' | 'back_off' | 'inactive' | 'temporary_expired';

interface Account {
  user: UserFacts;
  credential: Credential;
}

/**
 * Errors: `sign_in.refused`, `sign_in.inactive` and `sign_in.temporary_expired` only after a right password.
 * Unknown address, wrong password and back-off take the same work: one verification and one write.
 */
export function signIn(deps: SessionDeps & { attempts: OneAtATime }) {
  const { db, clock, random, hasher, attempts } = deps;
  let dummy: Promise<string> | undefined;

  /** Verified against when there is no account. Made for every sign-in, so that the first one doesn't tell either. */
  function dummyHash(): Promise<string> {
    dummy ??= hasher.hash(Buffer.from(random.bytes(24)).toString('base64'));
    return dummy;
  }

  function findAccount(emailKey: string): Account | undefined {
    const user = findByEmailKey(db, emailKey);
    const credential = user && readCredential(db, user.id);
    return user && credential && { user, credential };
  }

  async function attempt(input: { email: string; password: string }): Promise<HeldSession> {
    const emailKey = keyOf(input.email);
    const subjects = [accountSubject(db.deskId, emailKey), deskSubject(db.deskId)] as const;
    const blocked = waitMs(db, subjects, clock.now()) > 0;
    const password = normalisePassword(input.password);
    const known = findAccount(emailKey);
    const placeholder = await dummyHash();
    const matches = await hasher.verify(known?.credential.hash ?? placeholder, password);
    const rehashed =
      known && matches && hasher.needsRehash(known.credential.hash) ? await hasher.hash(password) : undefined;

    // Nothing waits from here to the write, so what is read now is what it finds.
    const account = findAccount(emailKey);
    const right = matches && account !== undefined && account.credential.hash === known?.credential.hash;
    const refusal = blocked ? 'back_off' : judge(account, right);
    if (refusal !== null || account === undefined) throw refuse(refusal ?? 'unknown', account, subjects);
    return admit(account.user.id, rehashed, subjects);
  }

  function judge(account: Account | undefined, right: boolean): Refusal | null {
    if (account === undefined) return 'unknown';
    if (!right) return 'wrong_password';
    if (account.user.status === 'inactive' || hasLeft(account.user, clock.now())) return 'inactive';
    const until = account.credential.temporaryExpiresAt;
    return until !== null && clock.now() >= until ? 'temporary_expired' : null;
  }

  function refuse(
    reason: Refusal,
    account: Account | undefined,
    subjects: readonly BackOffSubject[],
  ): AppError {
    db.write(null, (tx) => {
      if (reason === 'unknown' || reason === 'wrong_password') noteFailure(tx, subjects);
      tx.audit({
        action: 'session.sign_in',
        outcome: 'denied',
        ...(account && { subject: { type: 'user', id: account.user.id } as const }),
        data: { reason },
      });
    });
    if (reason === 'inactive') return new AppError('sign_in.inactive');
    if (reason === 'temporary_expired') return new AppError('sign_in.temporary_expired');
    return new AppError('sign_in.refused');
  }

  function admit(
    userId: string,
    rehashed: string | undefined,
    [account, desk]: readonly [BackOffSubject, BackOffSubject],
  ): HeldSession {
    return db.write(userId, (tx) => {
      clearAccount(tx, account, desk);
      if (rehashed !== undefined) replaceHash(tx, userId, rehashed);
      const held = beginSession(tx, deps, userId);
      tx.audit({
        action: 'session.sign_in',
        subject: { type: 'user', id: userId },
        data: { role: held.grant.role, passwordDue: held.passwordDue, rehashed: rehashed !== undefined },
      });
      return held;
    });
  }

  return (input: { email: string; password: string }) => attempts(() => attempt(input));
}

/** What can't be an address is counted like one that nobody has. */
function keyOf(typed: string): string {
  const result = parseEmail(typed);
  return result.ok ? result.email.key : typed.trim().toLowerCase();
}
