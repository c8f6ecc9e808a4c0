import type { NewRow, ReadDb, RowPatch, SyncedRow, Tx } from '../../db/types';
import { type EmailAddress, parseEmail } from '../../domain/email';
import type { Role } from '../../domain/role';
import { AppError } from '../../errors/app-error';

export type UserFacts = Pick<
  SyncedRow<'user'>,
  | 'id'
  | 'email'
  | 'emailKey'
  | 'displayName'
  | 'status'
  | 'role'
  | 'createdAt'
  | 'deactivatedAt'
  | 'leavesAt'
  | 'version'
>;
export type ActiveUser = UserFacts & { status: 'active'; role: Role };

/** Read in nearly every act, so they are prepared statements. */
const facts = `select id, email, email_key as emailKey, display_name as displayName, status, role,
  created_at as createdAt, deactivated_at as deactivatedAt, leaves_at as leavesAt, version from user`;
const byId = `${facts} where id = ? and deleted_hlc is null`;
const byEmailKey = `${facts} where email_key = ? and conflict_of is null and deleted_hlc is null`;

export function readUser(db: ReadDb, id: string): UserFacts | undefined {
  return db.statement<UserFacts>(byId).get(id);
}

/** The account that owns an address, active or inactive; one in conflict doesn't own it. */
export function findByEmailKey(db: ReadDb, emailKey: string): UserFacts | undefined {
  return db.statement<UserFacts>(byEmailKey).get(emailKey);
}

/** Error: `user.not_found`. */
export function requireUser(db: ReadDb, id: string): UserFacts {
  const found = readUser(db, id);
  if (found === undefined) throw new AppError('user.not_found');
  return found;
}

/** The schema holds an active account to have a role; this says so to the compiler. */
export function isActive(row: UserFacts): row is ActiveUser {
  return row.status === 'active' && row.role !== null;
}

/** From its end date on an account counts as deactivated, whether the app has seen to it yet or not. */
export function hasLeft({ leavesAt }: Pick<UserFacts, 'leavesAt'>, now: number): boolean {
  return leavesAt !== null && now >= leavesAt;
}

/** Errors: `user.not_found`, `user.inactive`. */
export function requireActiveUser(db: ReadDb, id: string): ActiveUser {
  const found = requireUser(db, id);
  if (!isActive(found)) throw new AppError('user.inactive', { name: found.displayName });
  return found;
}

/** Error: `email.invalid`. */
export function requireEmail(typed: string): EmailAddress {
  const result = parseEmail(typed);
  if (!result.ok) throw new AppError('email.invalid', { reason: result.problem });
  return result.email;
}

export function insertUser(
  tx: Tx,
  { id, email, displayName, role }: { id: string; email: EmailAddress; displayName: string; role: Role },
): void {
  const row: NewRow<'user'> = {
    id,
    email: email.address,
    emailKey: email.key,
    displayName,
    status: 'active',
    role,
    createdAt: tx.now,
  };
  tx.insert('user', row);
}

export function patchUser(tx: Tx, id: string, patch: RowPatch<'user'>): void {
  tx.update('user', id, patch);
}
