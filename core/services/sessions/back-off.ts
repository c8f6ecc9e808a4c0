import type { ReadDb, Tx } from '../../db/types';
import { isFree, longestWaitMs, waitAfter } from '../../domain/back-off';
import { secretHash } from './tokens';

/** What failures are counted for. `subject` is a hash, so that no typed address is kept. */
export interface BackOffSubject {
  kind: 'account' | 'desk' | 'code' | 'recovery';
  subject: string;
}

interface BackOffRow {
  failures: number;
  blockedUntil: number | null;
}

/** Many people mistype at one desk; after an hour without a failure it starts afresh, which gains a guesser next to nothing. */
const deskQuietMs = 60 * 60_000;

export function accountSubject(deskId: string, emailKey: string): BackOffSubject {
  return { kind: 'account', subject: secretHash(`${deskId} ${emailKey}`) };
}

export function deskSubject(deskId: string): BackOffSubject {
  return { kind: 'desk', subject: secretHash(deskId) };
}

export function codeSubject(deskId: string): BackOffSubject {
  return { kind: 'code', subject: secretHash(deskId) };
}

export function recoverySubject(deskId: string): BackOffSubject {
  return { kind: 'recovery', subject: secretHash(deskId) };
}

const stored =
  'select failures, blocked_until as blockedUntil from sign_in_back_off where kind = ? and subject = ?';
const store = `insert into sign_in_back_off (kind, subject, failures, blocked_until) values (?, ?, ?, ?)
  on conflict do update set failures = excluded.failures, blocked_until = excluded.blocked_until`;
const forget = 'delete from sign_in_back_off where kind = ? and subject = ?';

function read(db: ReadDb, subject: BackOffSubject, now: number): BackOffRow {
  const row = db.statement<BackOffRow>(stored).get(subject.kind, subject.subject);
  const none = { failures: 0, blockedUntil: null };
  if (row === undefined) return none;
  // No back-off is that long: it was earned while the clock was far ahead, and would keep people out for months.
  if (row.blockedUntil !== null && row.blockedUntil - now > longestWaitMs)
    return { ...row, blockedUntil: null };
  const quiet = row.blockedUntil !== null && now >= row.blockedUntil + deskQuietMs;
  return quiet && subject.kind !== 'account' ? none : row;
}

function write(tx: Tx, { kind, subject }: BackOffSubject, { failures, blockedUntil }: BackOffRow): void {
  tx.run(store, kind, subject, failures, blockedUntil);
}

/** How long nobody is let in, ms; 0 when there is no back-off. */
export function waitMs(db: ReadDb, subjects: readonly BackOffSubject[], now: number): number {
  return Math.max(0, ...subjects.map((subject) => (read(db, subject, now).blockedUntil ?? 0) - now));
}

export function noteFailure(tx: Tx, subjects: readonly BackOffSubject[]): void {
  for (const subject of subjects) {
    const failures = read(tx, subject, tx.now).failures + 1;
    const wait = waitAfter(failures);
    write(tx, subject, { failures, blockedUntil: wait === null ? null : tx.now + wait });
  }
}

/** Ends the row of failures; answers how many there were. */
export function clearFailures(tx: Tx, subject: BackOffSubject): number {
  const { failures } = read(tx, subject, tx.now);
  tx.run(forget, subject.kind, subject.subject);
  return failures;
}

/**
 * A person who got in takes back what their own slips added to the desk's count. Not more: else somebody with an
 * account could try others' passwords for ever by signing in now and then.
 */
export function clearAccount(tx: Tx, account: BackOffSubject, desk: BackOffSubject): void {
  const own = clearFailures(tx, account);
  const { failures, blockedUntil } = read(tx, desk, tx.now);
  if (own === 0 || failures === 0) return;
  const left = Math.max(0, failures - own);
  write(tx, desk, { failures: left, blockedUntil: isFree(left) ? null : blockedUntil });
}
