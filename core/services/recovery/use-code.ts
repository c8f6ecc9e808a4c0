import type { ParsedInput } from '../../contract';
import type { ReadDb, Tx } from '../../db/types';
import { parseEmail } from '../../domain/email';
import { normalisePassword } from '../../domain/password';
import { parseRecoveryCode } from '../../domain/recovery';
import { AppError } from '../../errors/app-error';
import { readCredential, setOwnPassword } from '../credentials/credential-rows';
import { passwordContext, requireFreshPassword, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import {
  accountSubject,
  clearFailures,
  deskSubject,
  noteFailure,
  recoverySubject,
  waitMs,
} from '../sessions/back-off';
import { endSessionsOf } from '../sessions/end-sessions';
import type { OneAtATime } from '../sessions/one-at-a-time';
import { secretHash } from '../sessions/tokens';
import { type ActiveUser, findByEmailKey, hasLeft, isActive, type UserFacts } from '../users/user-rows';
import { type LiveCode, markUsed, readLiveCode } from './recovery-rows';

type Deps = Pick<UseCaseDeps, 'db' | 'clock' | 'hasher' | 'directory' | 'announce' | 'commonPasswords'> & {
  attempts: OneAtATime;
};
type Input = ParsedInput<'recovery.use'>;

/** Why it was refused: for the audit log. To the person they are all the same. */
type Refusal = 'wrong_code' | 'unknown' | 'inactive' | 'not_tenant_admin';

interface Match {
  code: LiveCode;
  person: ActiveUser;
}

/**
 * Break-glass: whoever holds the printed code gives an active Tenant-Admin a password of their own. Code and address are
 * one secret: whatever doesn't fit, the words and the work are the same. What is refused destroys nothing.
 * Errors: `recovery.dead`, `recovery.wait`, `password.*`.
 */
export function codeUse(deps: Deps) {
  const { db, clock, hasher, directory, announce, commonPasswords, attempts } = deps;
  const desk = recoverySubject(db.deskId);

  async function attempt(input: Input): Promise<{ email: string }> {
    refuseWhileWaiting();
    // The slow part comes before anything is compared.
    const hash = await hasher.hash(normalisePassword(input.newPassword));
    const found = match(db, input, clock.now());
    if (typeof found === 'string') throw refuse(found, input);
    try {
      const current = readCredential(db, found.person.id);
      if (current !== undefined) await requireFreshPassword(hasher, current, input.newPassword);
      return db.write(found.person.id, (tx) => save(tx, input, hash));
    } catch (error) {
      auditRefusal(found.person.id, error);
      throw error;
    }
  }

  function save(tx: Tx, input: Input, hash: string): { email: string } {
    const found = match(tx, input, tx.now);
    if (typeof found === 'string') throw new AppError('recovery.dead');
    const { code, person } = found;
    requirePassword(input.newPassword, passwordContext(tx, { ...person, siteNames: [] }), commonPasswords);
    markUsed(tx, code.id);
    setOwnPassword(tx, person.id, hash);
    // The paper proves more than any number of slips at this desk disproves.
    const cleared = [accountSubject(db.deskId, person.emailKey), deskSubject(db.deskId), desk];
    for (const subject of cleared) clearFailures(tx, subject);
    const ended = endSessionsOf(tx, announce, person.id, 'passwordReset');
    tx.audit({
      action: 'recovery.use',
      subject: { type: 'user', id: person.id },
      data: { sessionsEnded: ended.length },
    });
    directory.refreshUser(tx, person.id);
    tx.afterCommit(() => {
      announce({ kind: 'directory' });
      announce({ kind: 'organisation' });
    });
    return { email: person.email };
  }

  function refuseWhileWaiting(): void {
    const wait = waitMs(db, [desk], clock.now());
    if (wait > 0) throw new AppError('recovery.wait', { waitSeconds: Math.ceil(wait / 1000) });
  }

  function refuse(reason: Refusal, input: Input): AppError {
    const person = personOf(db, input.email);
    db.write(null, (tx) => {
      noteFailure(tx, [desk]);
      tx.audit({
        action: 'recovery.use',
        outcome: 'denied',
        ...(person && { subject: { type: 'user', id: person.id } as const }),
        data: { reason },
      });
    });
    refuseWhileWaiting();
    return new AppError('recovery.dead');
  }

  /** The code was right and the new password wasn't: nothing was written but that. */
  function auditRefusal(userId: string, error: unknown): void {
    if (!(error instanceof AppError) || !error.code.startsWith('password.')) return;
    db.write(null, (tx) =>
      tx.audit({
        action: 'recovery.use',
        outcome: 'denied',
        subject: { type: 'user', id: userId },
        data: { reason: error.code },
      }),
    );
  }

  return (input: Input) => attempts(() => attempt(input));
}

function match(db: ReadDb, input: Input, now: number): Match | Refusal {
  const typed = parseRecoveryCode(input.code);
  const code = readLiveCode(db);
  const person = personOf(db, input.email);
  if (typed === null || code === undefined || code.codeHash !== secretHash(typed)) return 'wrong_code';
  if (person === undefined) return 'unknown';
  if (!isActive(person) || hasLeft(person, now)) return 'inactive';
  return person.role === 'tenant_admin' ? { code, person } : 'not_tenant_admin';
}

function personOf(db: ReadDb, typed: string): UserFacts | undefined {
  const result = parseEmail(typed);
  return result.ok ? findByEmailKey(db, result.email.key) : undefined;
}
