import type { SiteScope } from '../../access/scope';
import type { ReadDb } from '../../db/types';
import { hasAllSites, type Role, type RoleModel, roleProblem } from '../../domain/role';
import { AppError } from '../../errors/app-error';
import { requireOpenSite, type SiteRef } from '../sites/site-rows';

/** A role with the sites it holds; none for a role that has all of them. */
export interface Assignment {
  role: Role;
  sites: SiteRef[];
}

/**
 * Checks a role and its sites against the role model and the sites there are, within what the giver reaches.
 * Errors: `role.not_available`, `role.needs_site`, `role.one_site_only`, `site.not_found`, `site.archived`.
 */
export function requireAssignment(
  db: ReadDb,
  model: RoleModel,
  scope: SiteScope,
  wanted: { role: Role; siteIds: readonly string[] },
): Assignment {
  const { role } = wanted;
  const siteIds = [...new Set(wanted.siteIds)];
  const problem = roleProblem(model, role, siteIds.length);
  if (problem === 'role.not_available') throw new AppError(problem, { role });
  if (problem !== null) throw new AppError(problem);
  if (hasAllSites(role)) return { role, sites: [] };
  return {
    role,
    sites: siteIds.map((id) => requireOpenSite(db, scope, id)).map(({ id, name }) => ({ id, name })),
  };
}

/** Names in a fixed order. */
export function siteNames(sites: readonly SiteRef[]): string[] {
  return sites.map((site) => site.name).sort();
}

/**
 * For the audit log: names as they are now, in a fixed order, with the ids by which a reader of some sites is shown no
 * other's name.
 */
export function auditedSites(sites: readonly SiteRef[]): { id: string; name: string }[] {
  return sites.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
