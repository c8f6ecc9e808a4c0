import type { ReadDb, SyncedRow, Tx } from '../../db/types';
import { requireOrganisation } from '../organisation/organisation-rows';

export type Credential = Pick<
  SyncedRow<'credential'>,
  'hash' | 'previousHash' | 'mustChange' | 'temporaryExpiresAt'
>;

const byId = `select hash, previous_hash as previousHash, must_change as mustChange,
  temporary_expires_at as temporaryExpiresAt from credential where id = ? and deleted_hlc is null`;

export function readCredential(db: ReadDb, userId: string): Credential | undefined {
  const row = db.statement<Omit<Credential, 'mustChange'> & { mustChange: 0 | 1 }>(byId).get(userId);
  return row === undefined ? undefined : { ...row, mustChange: row.mustChange === 1 };
}

/** A password the person keeps. Spends a temporary one. */
export function setOwnPassword(tx: Tx, userId: string, hash: string): void {
  replace(tx, userId, { hash, mustChange: false, temporaryExpiresAt: null });
}

/** A password to be changed at the next sign-in. Answers until when it can be used: the organisation decides for how long. */
export function setTemporaryPassword(tx: Tx, userId: string, hash: string): number {
  const temporaryExpiresAt = tx.now + requireOrganisation(tx).temporaryPasswordHours * 3_600_000;
  replace(tx, userId, { hash, mustChange: true, temporaryExpiresAt });
  return temporaryExpiresAt;
}

/** A temporary password of somebody who is deactivated can't be used from now on. */
export function voidTemporaryPassword(tx: Tx, userId: string): void {
  const current = readCredential(tx, userId);
  if (current === undefined || current.temporaryExpiresAt === null) return;
  tx.update('credential', userId, { temporaryExpiresAt: Math.min(current.temporaryExpiresAt, tx.now) });
}

/**
 * After a restore: a temporary password that was spent meanwhile would be good again, so none is. Answers how many were.
 */
export function voidTemporaryPasswords(tx: Tx): number {
  const good = tx.statement<{ id: string }>(
    'select id from credential where temporary_expires_at > ? and deleted_hlc is null',
  );
  const voided = good.all(tx.now);
  for (const { id } of voided) tx.update('credential', id, { temporaryExpiresAt: tx.now });
  return voided.length;
}

/** The password of somebody who is erased: nothing of it stays, the row is a tombstone. */
export function eraseCredential(tx: Tx, userId: string): void {
  if (readCredential(tx, userId) === undefined) return;
  tx.update('credential', userId, {
    hash: '',
    previousHash: null,
    mustChange: false,
    temporaryExpiresAt: null,
  });
  tx.remove('credential', userId);
}

/** The same password, hashed anew with today's parameters. */
export function replaceHash(tx: Tx, userId: string, hash: string): void {
  const current = readCredential(tx, userId);
  tx.update('credential', userId, { hash });
  if (current !== undefined) forgetHashes(tx, userId, [current.hash]);
}

function replace(
  tx: Tx,
  userId: string,
  next: Pick<Credential, 'hash' | 'mustChange' | 'temporaryExpiresAt'>,
): void {
  const current = readCredential(tx, userId);
  const row = { ...next, changedAt: tx.now };
  if (current === undefined) {
    tx.insert('credential', { id: userId, previousHash: null, ...row });
    return;
  }
  // A temporary password in between doesn't make the person's last own one choosable again.
  const previousHash = current.temporaryExpiresAt === null ? current.hash : current.previousHash;
  tx.update('credential', userId, { previousHash, ...row });
  const { hash, previousHash: last } = current;
  forgetHashes(
    tx,
    userId,
    [hash, last].filter((kept) => kept !== previousHash),
  );
}

/** The change log remembers what a password was made of no longer than the account does. */
function forgetHashes(tx: Tx, userId: string, hashes: readonly (string | null)[]): void {
  for (const hash of hashes) if (hash !== null) tx.erasePersonal(userId, hash);
}
