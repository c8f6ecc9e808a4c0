import type { ReadDb, SyncedRow, Tx } from '../../db/types';
import type { EmailAddress } from '../../domain/email';
import type { SiteRef } from '../sites/site-rows';

type Row = Pick<
  SyncedRow<'invitation'>,
  | 'id'
  | 'email'
  | 'emailKey'
  | 'role'
  | 'inviterId'
  | 'reactivatesUserId'
  | 'expiresAt'
  | 'acceptedAt'
  | 'removedAt'
>;
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

/** Asked in nearly every act on an invitation, so they are prepared statements. */
const facts = `select i.id, i.email, i.email_key as emailKey, i.role, i.inviter_id as inviterId,
  i.reactivates_user_id as reactivatesUserId, i.expires_at as expiresAt, i.accepted_at as acceptedAt,
  i.removed_at as removedAt`;
const notRemoved = 'i.removed_at is null and i.deleted_hlc is null';
/** Neither accepted nor removed: pending or expired. */
const live = `${notRemoved} and i.accepted_at is null and i.conflict_of is null`;

const byId = `${facts} from invitation i where i.id = ? and ${notRemoved}`;
const liveByEmailKey = `${facts} from invitation i where i.email_key = ? and ${live}`;
const bySecret = `${facts} from invitation i where (i.token_hash = ? or i.code_hash = ?) and ${notRemoved}`;
const reactivation = `select i.id as invitationId, i.expires_at as expiresAt
  from invitation i where i.reactivates_user_id = ? and ${live}`;
const liveOfSite = `${facts} from invitation_site l join invitation i on i.id = l.invitation_id
  where l.site_id = ? and l.deleted_hlc is null and ${live} order by i.id`;
const sites = `select s.id, s.name, s.archived_at as archivedAt
  from invitation_site l join site s on s.id = l.site_id
  where l.invitation_id = ? and l.deleted_hlc is null order by s.name_key, s.id`;
const links =
  'select id, site_id as siteId from invitation_site where invitation_id = ? and deleted_hlc is null';

export function readInvitation(db: ReadDb, id: string): InvitationFacts | undefined {
  return withAddress(db.statement<Row>(byId).get(id));
}

/** The one live invitation to an address. */
export function findLiveByEmailKey(db: ReadDb, emailKey: string): InvitationFacts | undefined {
  return withAddress(db.statement<Row>(liveByEmailKey).get(emailKey));
}

/** By the hash of its link's token or of its code. */
export function findBySecretHash(db: ReadDb, hash: string): InvitationFacts | undefined {
  return withAddress(db.statement<Row>(bySecret).get(hash, hash));
}

/** The invitation that would bring an inactive person back, pending or expired. */
export function openReactivation(
  db: ReadDb,
  userId: string,
): { invitationId: string; expiresAt: number } | null {
  return db.statement<{ invitationId: string; expiresAt: number }>(reactivation).get(userId) ?? null;
}

/** Live invitations that name a site. */
export function liveInvitationsOfSite(db: ReadDb, siteId: string): InvitationFacts[] {
  return db
    .statement<Row>(liveOfSite)
    .all(siteId)
    .flatMap((row) => withAddress(row) ?? []);
}

export interface InvitedSite extends SiteRef {
  archivedAt: number | null;
}

export function sitesOfInvitation(db: ReadDb, invitationId: string): InvitedSite[] {
  return db.statement<InvitedSite>(sites).all(invitationId);
}

export function siteIdsOfInvitation(db: ReadDb, invitationId: string): string[] {
  return sitesOfInvitation(db, invitationId).map((named) => named.id);
}

/** Makes the sites of an invitation these. */
export function setInvitationSites(tx: Tx, invitationId: string, siteIds: readonly string[]): void {
  const rows = tx.statement<{ id: string; siteId: string }>(links).all(invitationId);
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
