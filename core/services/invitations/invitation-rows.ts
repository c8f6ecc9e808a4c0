import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { invitation, invitationSite, site } from '../../db/schema';
import type { ReadDb, SyncedRow, Tx } from '../../db/types';
import type { EmailAddress } from '../../domain/email';
import type { SiteRef } from '../sites/site-rows';

const columns = {
  id: invitation.id,
  email: invitation.email,
  emailKey: invitation.emailKey,
  role: invitation.role,
  inviterId: invitation.inviterId,
  reactivatesUserId: invitation.reactivatesUserId,
  expiresAt: invitation.expiresAt,
  acceptedAt: invitation.acceptedAt,
  removedAt: invitation.removedAt,
};

type Row = Pick<SyncedRow<'invitation'>, keyof typeof columns>;
/** One that wasn't removed: it still has its address. */
export type InvitationFacts = Row & EmailFields;
interface EmailFields {
  email: string;
  emailKey: string;
}

function withAddress(row: Row | undefined): InvitationFacts | undefined {
  if (row === undefined || row.email === null || row.emailKey === null) return undefined;
  return { ...row, email: row.email, emailKey: row.emailKey };
}

const notRemoved = and(isNull(invitation.removedAt), isNull(invitation.deletedHlc));
/** Neither accepted nor removed: pending or expired. */
const live = and(notRemoved, isNull(invitation.acceptedAt), isNull(invitation.conflictOf));

export function readInvitation(db: ReadDb, id: string): InvitationFacts | undefined {
  return withAddress(
    db.orm
      .select(columns)
      .from(invitation)
      .where(and(eq(invitation.id, id), notRemoved))
      .get(),
  );
}

/** The one live invitation to an address. */
export function findLiveByEmailKey(db: ReadDb, emailKey: string): InvitationFacts | undefined {
  return withAddress(
    db.orm
      .select(columns)
      .from(invitation)
      .where(and(eq(invitation.emailKey, emailKey), live))
      .get(),
  );
}

/** By the hash of its link's token or of its code. */
export function findBySecretHash(db: ReadDb, hash: string): InvitationFacts | undefined {
  return withAddress(
    db.orm
      .select(columns)
      .from(invitation)
      .where(and(or(eq(invitation.tokenHash, hash), eq(invitation.codeHash, hash)), notRemoved))
      .get(),
  );
}

/** The invitation that would bring an inactive person back, pending or expired. */
export function openReactivation(
  db: ReadDb,
  userId: string,
): { invitationId: string; expiresAt: number } | null {
  const row = db.orm
    .select({ invitationId: invitation.id, expiresAt: invitation.expiresAt })
    .from(invitation)
    .where(and(eq(invitation.reactivatesUserId, userId), live))
    .get();
  return row ?? null;
}

/** Live invitations that name a site. */
export function liveInvitationsOfSite(db: ReadDb, siteId: string): InvitationFacts[] {
  return db.orm
    .select(columns)
    .from(invitationSite)
    .innerJoin(invitation, eq(invitation.id, invitationSite.invitationId))
    .where(and(eq(invitationSite.siteId, siteId), isNull(invitationSite.deletedHlc), live))
    .orderBy(asc(invitation.id))
    .all()
    .flatMap((row) => withAddress(row) ?? []);
}

export interface InvitedSite extends SiteRef {
  archivedAt: number | null;
}

export function sitesOfInvitation(db: ReadDb, invitationId: string): InvitedSite[] {
  return db.orm
    .select({ id: site.id, name: site.name, archivedAt: site.archivedAt })
    .from(invitationSite)
    .innerJoin(site, eq(site.id, invitationSite.siteId))
    .where(and(eq(invitationSite.invitationId, invitationId), isNull(invitationSite.deletedHlc)))
    .orderBy(asc(site.nameKey), asc(site.id))
    .all();
}

export function siteIdsOfInvitation(db: ReadDb, invitationId: string): string[] {
  return sitesOfInvitation(db, invitationId).map((named) => named.id);
}

/** Makes the sites of an invitation these. */
export function setInvitationSites(tx: Tx, invitationId: string, siteIds: readonly string[]): void {
  const rows = tx.orm
    .select({ id: invitationSite.id, siteId: invitationSite.siteId })
    .from(invitationSite)
    .where(and(eq(invitationSite.invitationId, invitationId), isNull(invitationSite.deletedHlc)))
    .all();
  for (const row of rows) {
    if (!siteIds.includes(row.siteId)) tx.remove('invitation_site', row.id);
  }
  const held = new Set(rows.map((row) => row.siteId));
  for (const siteId of siteIds) {
    if (!held.has(siteId)) tx.insert('invitation_site', { id: tx.newId(), invitationId, siteId });
  }
}

/** The two secrets as they are stored, and how long they are good. */
export interface StoredSecrets {
  tokenHash: string;
  codeHash: string;
  sentAt: number;
  expiresAt: number;
}

export function insertInvitation(
  tx: Tx,
  row: Pick<Row, 'id' | 'role' | 'inviterId' | 'reactivatesUserId'> & { email: EmailAddress } & StoredSecrets,
): void {
  const { email, ...rest } = row;
  tx.insert('invitation', { ...rest, email: email.address, emailKey: email.key, createdAt: tx.now });
}
