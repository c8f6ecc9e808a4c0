import type { ReadDb } from '../../db/types';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import { readCredential } from '../credentials/credential-rows';
import { requireUser } from '../users/user-rows';
import { accountSubject, clearAccount, deskSubject, noteFailure, waitMs } from './back-off';
import type { SessionDeps } from './begin-session';
import type { OneAtATime } from './one-at-a-time';

export interface OwnPassword {
  /**
   * The signed-in person's password, asked again. Answers the hash it was verified against. Failures count as those at
   * the sign-in screen: a session left open is no place to guess. Error: `sign_in.password_wrong`.
   */
  verify(userId: string, password: string): Promise<string>;
  /** In the transaction: it is still that password. Error: `sign_in.password_wrong`. */
  requireStill(db: ReadDb, userId: string, verifiedHash: string): void;
}

export function ownPassword({
  db,
  clock,
  hasher,
  attempts,
}: SessionDeps & { attempts: OneAtATime }): OwnPassword {
  async function attempt(userId: string, password: string): Promise<string> {
    const { emailKey } = requireUser(db, userId);
    const account = accountSubject(db.deskId, emailKey);
    const desk = deskSubject(db.deskId);
    // Who it is is known, so what strangers try at this desk doesn't keep the person from unlocking.
    const blocked = waitMs(db, [account], clock.now()) > 0;
    const hash = readCredential(db, userId)?.hash;
    const matches = hash !== undefined && (await hasher.verify(hash, normalisePassword(password)));
    if (matches && !blocked) {
      db.write(userId, (tx) => clearAccount(tx, account, desk));
      return hash;
    }
    db.write(userId, (tx) => {
      if (!blocked) noteFailure(tx, [account, desk]);
      tx.audit({
        action: 'password.verify',
        outcome: 'denied',
        subject: { type: 'user', id: userId },
        data: { reason: blocked ? 'back_off' : 'wrong_password' },
      });
    });
    throw new AppError('sign_in.password_wrong');
  }

  return {
    verify: (userId, password) => attempts(() => attempt(userId, password)),
    requireStill(reader, userId, verifiedHash) {
      if (readCredential(reader, userId)?.hash !== verifiedHash) throw new AppError('sign_in.password_wrong');
    },
  };
}
