import { hasAllSites, type Role } from '../domain/role';

/** The part of the organisation a grant reaches: all of it, or these sites. Never an empty "all". */
export type SiteScope = { kind: 'all' } | { kind: 'sites'; siteIds: readonly string[] };

export function siteScope(role: Role, siteIds: readonly string[]): SiteScope {
  return hasAllSites(role) ? { kind: 'all' } : { kind: 'sites', siteIds };
}

export function reaches(scope: SiteScope, siteId: string): boolean {
  return scope.kind === 'all' || scope.siteIds.includes(siteId);
}

/** What both reach. */
export function narrower(a: SiteScope, b: SiteScope): SiteScope {
  if (a.kind === 'all') return b;
  if (b.kind === 'all') return a;
  return { kind: 'sites', siteIds: a.siteIds.filter((id) => b.siteIds.includes(id)) };
}
