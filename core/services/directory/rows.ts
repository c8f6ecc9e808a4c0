import type { ListRow } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import { unvouchedInvitations } from '../invitations/unvouched';
import type { KeyValue } from './cursor';
import type { Entry } from './entry';
import { statusRanks } from './ranks';
import type { Sort } from './sort';

/** What a row of the list needs of its entry. */
export type ListedEntry = Pick<
  Entry,
  | 'id'
  | 'email'
  | 'display_name'
  | 'status_rank'
  | 'expires_at'
  | 'role'
  | 'site_set'
  | 'created_at'
  | 'last_activity_at'
  | 'password_due'
  | 'reactivation_id'
>;

/** The same as columns of `r`. */
export const listedColumns = `r.id, r.email, r.display_name, r.status_rank, r.expires_at, r.role, r.site_set,
  r.created_at, r.last_activity_at, r.password_due, r.reactivation_id`;

/** The values an entry is sorted by. */
export function keysOf(db: ReadDb, { keys }: Sort, id: string): KeyValue[] {
  const columns = keys.join(', ');
  const row = db
    .statement<Record<string, KeyValue>>(`select ${columns} from directory_entry where id = ?`)
    .get(id);
  return keys.map((key) => row?.[key] ?? '');
}

type SiteRef = ListRow['sites'][number];

/** Rows as the window gets them. @param siteIds sites the reader may know of; `null`: all. */
export function rowsOf(
  db: ReadDb,
  found: readonly ListedEntry[],
  sitesOf: (siteSet: string) => readonly SiteRef[],
  siteIds: readonly string[] | null,
  now: number,
): ListRow[] {
  const unvouched = unvouchedInvitations(db, found.flatMap(invitationOf), now);
  return found.map((entry) => ({
    ...rowOf(entry, sitesOf(entry.site_set), siteIds, now),
    senderGone: invitationOf(entry).some((id) => unvouched.has(id)),
  }));
}

/** The open invitation a row stands for or shows. */
function invitationOf({ id, status_rank: rank, reactivation_id: back }: ListedEntry): string[] {
  if (rank === statusRanks.invitation) return [id];
  return back === null ? [] : [back];
}

function rowOf(
  entry: ListedEntry,
  sites: readonly SiteRef[],
  siteIds: readonly string[] | null,
  now: number,
): Omit<ListRow, 'senderGone'> {
  const visible = siteIds === null ? [...sites] : sites.filter((site) => siteIds.includes(site.id));
  const { reactivation_id: invitationId, expires_at: expiresAt } = entry;
  const isInvitation = entry.status_rank === statusRanks.invitation;
  return {
    id: entry.id,
    kind: isInvitation ? 'invitation' : 'user',
    email: entry.email,
    displayName: entry.display_name,
    status: statusOf(entry, now),
    role: entry.role,
    sites: visible,
    otherSites: sites.length - visible.length,
    lastActivityAt: entry.last_activity_at,
    createdAt: entry.created_at,
    expiresAt: isInvitation ? expiresAt : null,
    passwordDue: entry.password_due === 1,
    reactivation: invitationId === null ? null : { invitationId, expiresAt },
  };
}

function statusOf(entry: ListedEntry, now: number): ListRow['status'] {
  if (entry.status_rank === statusRanks.active) return 'active';
  if (entry.status_rank !== statusRanks.invitation) return 'inactive';
  return now >= entry.expires_at ? 'expired' : 'pending';
}
