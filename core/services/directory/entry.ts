import type { ReadDb } from '../../db/types';
import { invitationState } from '../../domain/invitation';
import { hasAllSites, type Role } from '../../domain/role';
import { searchText } from './needle';
import { rankOfRole, statusRanks } from './ranks';
import { siteSetOf } from './site-set';

/** A row of `directory_entry` by its columns, without `n`. */
export interface Entry {
  id: string;
  kind: 'user' | 'invitation';
  email: string;
  email_key: string;
  display_name: string | null;
  search_text: string;
  status_rank: number;
  expires_at: number;
  role: Role | null;
  role_rank: number;
  site_key: string;
  site_set: string;
  created_at: number;
  last_activity_at: number | null;
  activity_at: number;
  password_due: 0 | 1;
  reactivation_id: string | null;
}

export interface SiteOfEntry {
  id: string;
  nameKey: string;
}

export interface UserSource {
  id: string;
  email: string;
  emailKey: string;
  displayName: string;
  status: 'active' | 'inactive';
  role: Role | null;
  createdAt: number;
  lastActivityAt: number | null;
  mustChange: 0 | 1 | null;
  reactivationId: string | null;
  reactivationExpiresAt: number | null;
}

export const userColumns = `
  u.id, u.email, u.email_key as emailKey, u.display_name as displayName, u.status, u.role, u.created_at as createdAt,
  a.last_activity_at as lastActivityAt, c.must_change as mustChange, i.id as reactivationId,
  i.expires_at as reactivationExpiresAt
from user u
left join user_activity a on a.user_id = u.id
left join credential c on c.id = u.id and c.deleted_hlc is null
left join invitation i on i.id = (
  select id from invitation
  where reactivates_user_id = u.id and accepted_at is null and removed_at is null and deleted_hlc is null
  order by conflict_of is not null, created_at desc limit 1)`;

export interface InvitationSource {
  id: string;
  email: string | null;
  emailKey: string | null;
  role: Role;
  createdAt: number;
  expiresAt: number;
  acceptedAt: number | null;
  removedAt: number | null;
  deletedHlc: string | null;
  reactivatesUserId: string | null;
}

export const invitationColumns = `
  id, email, email_key as emailKey, role, created_at as createdAt, expires_at as expiresAt, accepted_at as acceptedAt,
  removed_at as removedAt, deleted_hlc as deletedHlc, reactivates_user_id as reactivatesUserId
from invitation`;

const userSites = `
  select s.id, s.name_key as nameKey from user_site l join site s on s.id = l.site_id
  where l.user_id = ? and l.deleted_hlc is null order by s.name_key, s.id`;
const invitationSites = `
  select s.id, s.name_key as nameKey from invitation_site l join site s on s.id = l.site_id
  where l.invitation_id = ? and l.deleted_hlc is null order by s.name_key, s.id`;

export function readUser(db: ReadDb, id: string): Entry | null {
  const source = db
    .statement<UserSource>(`select ${userColumns} where u.id = ? and u.deleted_hlc is null`)
    .get(id);
  if (source === undefined) return null;
  return userEntry(source, db.statement<SiteOfEntry>(userSites).all(id));
}

export function readInvitation(db: ReadDb, id: string): InvitationSource | undefined {
  return db.statement<InvitationSource>(`select ${invitationColumns} where id = ?`).get(id);
}

export function readInvitationSites(db: ReadDb, id: string): SiteOfEntry[] {
  return db.statement<SiteOfEntry>(invitationSites).all(id);
}

/** @param sites in the order of their names; an entry belongs to none of them while it is inactive or organisation-wide. */
export function userEntry(user: UserSource, sites: readonly SiteOfEntry[]): Entry {
  const active = user.status === 'active';
  const role = active ? user.role : null;
  const own = role === null || hasAllSites(role) ? [] : sites;
  const away = user.reactivationId === null ? statusRanks.inactive : statusRanks.returning;
  return {
    id: user.id,
    kind: 'user',
    email: user.email,
    email_key: user.emailKey,
    display_name: user.displayName,
    search_text: searchText(user.email, user.emailKey, user.displayName),
    status_rank: active ? statusRanks.active : away,
    expires_at: (active ? null : user.reactivationExpiresAt) ?? 0,
    role,
    role_rank: rankOfRole(role),
    site_key: siteKey(role, own),
    site_set: siteSetOf(own.map((site) => site.id)),
    created_at: user.createdAt,
    last_activity_at: user.lastActivityAt,
    activity_at: user.lastActivityAt ?? user.createdAt,
    password_due: active && user.mustChange === 1 ? 1 : 0,
    reactivation_id: active ? null : user.reactivationId,
  };
}

/** `null` when it has no row of its own: removed, accepted, or shown on the inactive person's row. */
export function invitationEntry(invitation: InvitationSource, sites: readonly SiteOfEntry[]): Entry | null {
  const { email, emailKey, role } = invitation;
  // Whether it is pending or expired is asked when it is read; here only whether it is still open.
  const open = ['pending', 'expired'].includes(invitationState(invitation, 0));
  if (!open || invitation.deletedHlc !== null || invitation.reactivatesUserId !== null) return null;
  if (email === null || emailKey === null) return null;
  const own = hasAllSites(role) ? [] : sites;
  return {
    id: invitation.id,
    kind: 'invitation',
    email,
    email_key: emailKey,
    display_name: null,
    search_text: searchText(email, emailKey, null),
    status_rank: statusRanks.invitation,
    expires_at: invitation.expiresAt,
    role,
    role_rank: rankOfRole(role),
    site_key: siteKey(role, own),
    site_set: siteSetOf(own.map((site) => site.id)),
    created_at: invitation.createdAt,
    last_activity_at: null,
    activity_at: invitation.createdAt,
    password_due: 0,
    reactivation_id: null,
  };
}

/** Organisation-wide first, then by names, people without any last. */
function siteKey(role: Role | null, sites: readonly SiteOfEntry[]): string {
  if (role !== null && hasAllSites(role)) return '';
  if (sites.length === 0) return noSites;
  const key = sites.map((site) => site.nameKey).join(siteSeparator);
  return [...key].slice(0, siteKeyLength).join('');
}

const noSites = '~';
/** Characters that order is told by: somebody of a hundred sites still has a key that fits into a cursor. */
export const siteKeyLength = 400;
/** Lower than any letter, so that "North" comes before "North, South" and that before "North East". */
export const siteSeparator = '\n';
