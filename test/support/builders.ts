import { userActivity } from '../../core/db/schema';
import type { Database, NewRow, Tx } from '../../core/db/types';
import { parseEmail } from '../../core/domain/email';
import { invitationMs } from '../../core/domain/invitation';
import type { Role, RoleModel } from '../../core/domain/role';
import { settingDefaults } from '../../core/domain/settings';
import { fold } from '../../core/domain/text';
import { refreshInvitation, refreshUser } from '../../core/services/directory/writer';

/**
 * Rows for a test, written the way the services write them: through the journal and with the directory in step. Each
 * answers the id. Counters in default names and addresses keep them apart.
 */

let made = 0;

export function givenOrganisation(
  db: Database,
  given: { name?: string; roleModel?: RoleModel } = {},
): string {
  return insert(db, 'organisation', (tx) => ({
    ...settingDefaults,
    name: given.name ?? 'Nordlicht Kliniken',
    roleModel: given.roleModel ?? 'three',
    createdAt: tx.now,
  }));
}

export function givenSite(db: Database, given: { name?: string; archivedAt?: number } = {}): string {
  made += 1;
  const name = given.name ?? `Site ${made}`;
  return insert(db, 'site', (tx) => ({
    name,
    nameKey: fold(name),
    archivedAt: given.archivedAt ?? null,
    createdAt: tx.now,
  }));
}

export interface GivenUser {
  email?: string;
  displayName?: string;
  /** Left out: a Member. An inactive person has none. */
  role?: Role;
  status?: 'active' | 'inactive';
  siteIds?: readonly string[];
  createdAt?: number;
  lastActivityAt?: number;
  lastSignInAt?: number;
  /** As the hasher made it; left out: no credential. */
  passwordHash?: string;
  mustChange?: boolean;
}

export function givenUser(db: Database, given: GivenUser = {}): string {
  made += 1;
  const email = given.email ?? `person${made}@example.org`;
  const active = given.status !== 'inactive';
  return db.write(null, (tx) => {
    const id = tx.newId();
    tx.insert('user', {
      id,
      email,
      emailKey: keyOf(email),
      displayName: given.displayName ?? `Person ${made}`,
      status: active ? 'active' : 'inactive',
      role: active ? (given.role ?? 'member') : null,
      createdAt: given.createdAt ?? tx.now,
      deactivatedAt: active ? null : tx.now,
    });
    for (const siteId of given.siteIds ?? []) tx.insert('user_site', { id: tx.newId(), userId: id, siteId });
    if (given.passwordHash !== undefined) {
      const { passwordHash: hash, mustChange = false } = given;
      tx.insert('credential', { id, hash, mustChange, changedAt: tx.now });
    }
    if (given.lastActivityAt !== undefined) {
      const { lastActivityAt, lastSignInAt = null } = given;
      tx.local.insert(userActivity).values({ userId: id, lastActivityAt, lastSignInAt }).run();
    }
    refreshUser(tx, id);
    return id;
  });
}

export interface GivenInvitation {
  email?: string;
  role?: Role;
  siteIds?: readonly string[];
  inviterId: string;
  /** The inactive person it brings back. */
  reactivatesUserId?: string;
  createdAt?: number;
  /** Left out: seven days after `createdAt`. */
  expiresAt?: number;
  acceptedAt?: number;
  tokenHash?: string;
  codeHash?: string;
}

export function givenInvitation(db: Database, given: GivenInvitation): string {
  made += 1;
  const email = given.email ?? `invited${made}@example.org`;
  return db.write(given.inviterId, (tx) => {
    const id = tx.newId();
    const createdAt = given.createdAt ?? tx.now;
    tx.insert('invitation', {
      id,
      email,
      emailKey: keyOf(email),
      role: given.role ?? 'member',
      inviterId: given.inviterId,
      reactivatesUserId: given.reactivatesUserId ?? null,
      createdAt,
      sentAt: createdAt,
      expiresAt: given.expiresAt ?? createdAt + invitationMs,
      acceptedAt: given.acceptedAt ?? null,
      tokenHash: given.tokenHash ?? null,
      codeHash: given.codeHash ?? null,
    });
    for (const siteId of given.siteIds ?? [])
      tx.insert('invitation_site', { id: tx.newId(), invitationId: id, siteId });
    refreshInvitation(tx, id);
    return id;
  });
}

/** The key of an address a test made up; an address that is none is a mistake in the test. */
export function keyOf(email: string): string {
  const parsed = parseEmail(email);
  if (!parsed.ok) throw new Error(`${email} is no address: ${parsed.problem}`);
  return parsed.email.key;
}

function insert<T extends 'organisation' | 'site'>(
  db: Database,
  table: T,
  row: (tx: Tx) => Omit<NewRow<T>, 'id'>,
): string {
  return db.write(null, (tx) => {
    const id = tx.newId();
    tx.insert(table, { ...row(tx), id } as NewRow<T>);
    return id;
  });
}
