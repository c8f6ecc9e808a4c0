import type { ListRow } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import type { Role } from '../../domain/role';
import type { Entry } from './entry';
import { statusRanks } from './ranks';

export type StoredEntry = Entry & { n: number };

const entries = 'select e.* from json_each(?) j cross join directory_entry e on e.n = j.value order by j.key';
const sitesOfEntries = `
  select d.n, s.id, s.name from json_each(?) j
  cross join directory_site d on d.n = j.value
  cross join site s on s.id = d.site_id
  order by s.name_key, s.id`;

/** The entries in the order asked for. */
export function readEntries(db: ReadDb, ns: readonly number[]): StoredEntry[] {
  return db.statement<StoredEntry>(entries).all(JSON.stringify(ns));
}

/** Rows as the window gets them. @param siteIds sites the reader may know of; `null`: all. */
export function rowsOf(
  db: ReadDb,
  found: readonly StoredEntry[],
  siteIds: readonly string[] | null,
  now: number,
): ListRow[] {
  const sites = new Map<number, { id: string; name: string }[]>();
  const placed = found.filter((entry) => entry.role_rank > 0 && entry.site_key !== '');
  const links = db.statement<{ n: number; id: string; name: string }>(sitesOfEntries);
  for (const { n, ...site } of links.all(JSON.stringify(placed.map((entry) => entry.n)))) {
    const known = sites.get(n);
    if (known === undefined) sites.set(n, [site]);
    else known.push(site);
  }
  return found.map((entry) => rowOf(entry, sites.get(entry.n) ?? [], siteIds, now));
}

function rowOf(
  entry: StoredEntry,
  sites: readonly { id: string; name: string }[],
  siteIds: readonly string[] | null,
  now: number,
): ListRow {
  const visible = siteIds === null ? [...sites] : sites.filter((site) => siteIds.includes(site.id));
  const { reactivation_id: invitationId, expires_at: expiresAt } = entry;
  return {
    id: entry.id,
    kind: entry.kind,
    email: entry.email,
    displayName: entry.display_name,
    status: statusOf(entry, now),
    role: entry.role as Role | null,
    sites: visible,
    otherSites: sites.length - visible.length,
    lastActivityAt: entry.last_activity_at,
    createdAt: entry.created_at,
    expiresAt: entry.kind === 'invitation' ? expiresAt : null,
    passwordDue: entry.password_due === 1,
    reactivation: invitationId === null ? null : { invitationId, expiresAt },
  };
}

function statusOf(entry: StoredEntry, now: number): ListRow['status'] {
  if (entry.status_rank === statusRanks.active) return 'active';
  if (entry.status_rank !== statusRanks.invitation) return 'inactive';
  return now >= entry.expires_at ? 'expired' : 'pending';
}
