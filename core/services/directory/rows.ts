import type { ListRow } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import { hasAllSites } from '../../domain/role';
import type { KeyValue } from './cursor';
import type { Entry } from './entry';
import { statusRanks } from './ranks';
import type { Sort } from './sort';

/** What a row of the list needs of its entry. */
export type ListedEntry = Pick<
  Entry,
  | 'id'
  | 'kind'
  | 'email'
  | 'display_name'
  | 'status_rank'
  | 'expires_at'
  | 'role'
  | 'created_at'
  | 'last_activity_at'
  | 'password_due'
  | 'reactivation_id'
> & { n: number };

const entries = `
  select e.n, e.id, e.kind, e.email, e.display_name, e.status_rank, e.expires_at, e.role, e.created_at,
    e.last_activity_at, e.password_due, e.reactivation_id
  from json_each(?) j cross join directory_entry e on e.n = j.value`;
const sitesOfEntries = `
  select d.n, s.id, s.name from json_each(?) j
  cross join directory_site d on d.n = j.value
  cross join site s on s.id = d.site_id
  order by s.name_key, s.id`;

/** The entries in the order asked for. */
export function readEntries(db: ReadDb, ns: readonly number[]): ListedEntry[] {
  const found = db.statement<ListedEntry>(entries).all(JSON.stringify(ns));
  const byN = new Map(found.map((entry) => [entry.n, entry]));
  return ns.flatMap((n) => byN.get(n) ?? []);
}

/** The values an entry is sorted by. */
export function keysOf(db: ReadDb, { keys }: Sort, n: number): KeyValue[] {
  const columns = keys.join(', ');
  const row = db
    .statement<Record<string, KeyValue>>(`select ${columns} from directory_entry where n = ?`)
    .get(n);
  return keys.map((key) => row?.[key] ?? '');
}

/** Rows as the window gets them. @param siteIds sites the reader may know of; `null`: all. */
export function rowsOf(
  db: ReadDb,
  found: readonly ListedEntry[],
  siteIds: readonly string[] | null,
  now: number,
): ListRow[] {
  const sites = new Map<number, { id: string; name: string }[]>();
  const placed = found.filter((entry) => entry.role !== null && !hasAllSites(entry.role));
  const links = db.statement<{ n: number; id: string; name: string }>(sitesOfEntries);
  for (const { n, ...site } of links.all(JSON.stringify(placed.map((entry) => entry.n)))) {
    const known = sites.get(n);
    if (known === undefined) sites.set(n, [site]);
    else known.push(site);
  }
  return found.map((entry) => rowOf(entry, sites.get(entry.n) ?? [], siteIds, now));
}

function rowOf(
  entry: ListedEntry,
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
    role: entry.role,
    sites: visible,
    otherSites: sites.length - visible.length,
    lastActivityAt: entry.last_activity_at,
    createdAt: entry.created_at,
    expiresAt: entry.kind === 'invitation' ? expiresAt : null,
    passwordDue: entry.password_due === 1,
    reactivation: invitationId === null ? null : { invitationId, expiresAt },
  };
}

function statusOf(entry: ListedEntry, now: number): ListRow['status'] {
  if (entry.status_rank === statusRanks.active) return 'active';
  if (entry.status_rank !== statusRanks.invitation) return 'inactive';
  return now >= entry.expires_at ? 'expired' : 'pending';
}
