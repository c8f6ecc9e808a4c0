import type { ListQuery, ListRow } from '../../../core/contract/users';
import { fold } from '../../../core/domain/text';

/** A person or open invitation as the naive list knows it. */
export interface ModelRow extends Omit<ListRow, 'sites' | 'otherSites'> {
  emailKey: string;
  sites: { id: string; name: string }[];
}

/** What the reader may see: `null` for everything. */
export type ModelScope = readonly string[] | null;

/** The list as one would write it without a database: filter everything, sort everything. */
export function naiveList(
  rows: readonly ModelRow[],
  scope: ModelScope,
  query: ListQuery,
  now: number,
): ModelRow[] {
  return rows
    .filter((row) => scope === null || row.sites.some((site) => scope.includes(site.id)))
    .filter((row) => matchesKind(row, query))
    .filter((row) => query.status === null || matchesStatus(row, query.status, now))
    .filter((row) => query.role === null || row.role === query.role)
    .filter((row) => query.siteId === null || row.sites.some((site) => site.id === query.siteId))
    .filter(() => scope === null || query.siteId === null || scope.includes(query.siteId))
    .filter((row) => matchesSearch(row, query.search))
    .sort((a, b) => compare(sortKeys(a, query), sortKeys(b, query)) * (query.direction === 'desc' ? -1 : 1));
}

function matchesKind(row: ModelRow, { kind }: ListQuery): boolean {
  if (kind === 'all') return true;
  return kind === 'users' ? row.kind === 'user' : row.kind === 'invitation' || row.reactivation !== null;
}

function matchesStatus(row: ModelRow, status: NonNullable<ListQuery['status']>, now: number): boolean {
  if (row.status === status) return true;
  if (row.reactivation === null) return false;
  return status === (row.reactivation.expiresAt > now ? 'pending' : 'expired');
}

function matchesSearch(row: ModelRow, typed: string): boolean {
  const words = fold(typed).trim().split(/\s+/u).join(' ');
  const texts = [row.displayName ?? '', row.email, row.emailKey].map((text) =>
    fold(text).trim().split(/\s+/u).join(' '),
  );
  return texts.some((text) => text.includes(words));
}

type Key = string | number;

function sortKeys(row: ModelRow, { sort }: ListQuery): Key[] {
  const byEmail = [row.emailKey, row.id];
  if (sort === 'email') return byEmail;
  if (sort === 'status')
    return [statusRank(row), row.expiresAt ?? row.reactivation?.expiresAt ?? 0, ...byEmail];
  if (sort === 'role')
    return [{ tenant_admin: 3, site_admin: 2, member: 1, none: 0 }[row.role ?? 'none'], ...byEmail];
  if (sort === 'lastActivity') return [row.lastActivityAt ?? row.createdAt, ...byEmail];
  return [siteKey(row), ...byEmail];
}

function statusRank(row: ModelRow): number {
  if (row.kind === 'invitation') return 3;
  if (row.status === 'active') return 0;
  return row.reactivation === null ? 1 : 2;
}

function siteKey(row: ModelRow): string {
  if (row.role === 'tenant_admin') return '';
  if (row.sites.length === 0) return '~';
  return row.sites
    .map((site) => fold(site.name))
    .sort()
    .join('\n');
}

/** By UTF-8 bytes for texts, as SQLite compares them. */
function compare(a: readonly Key[], b: readonly Key[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? '';
    if (left === right) continue;
    if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
    return left - Number(right);
  }
  return 0;
}
