/** Stored roles (product.md §1). What they are called on screen depends on the organisation's role model. */
export const roles = ['tenant_admin', 'site_admin', 'member'] as const;
export type Role = (typeof roles)[number];

export const roleModels = ['three', 'two'] as const;
export type RoleModel = (typeof roleModels)[number];

/** The roles an administrator can give, in the order they are offered. */
export function rolesOf(model: RoleModel): readonly Role[] {
  return model === 'three' ? roles : ['tenant_admin', 'member'];
}

/** "All sites" is a property of the role, never an empty site list (product.md §2). */
export function hasAllSites(role: Role): boolean {
  return role === 'tenant_admin';
}

/** How many sites a person of that role can hold. */
export function takesManySites(model: RoleModel, role: Role): boolean {
  return model === 'three' && !hasAllSites(role);
}

/** Higher number, more rights; used to tell a promotion from a demotion. */
export function roleRank(role: Role): number {
  return { member: 1, site_admin: 2, tenant_admin: 3 }[role];
}

export type RoleProblem = 'role.not_available' | 'role.needs_site' | 'role.one_site_only';

/** Checks role and number of sites against the role model. Returns the broken rule or `null`. */
export function roleProblem(model: RoleModel, role: Role, siteCount: number): RoleProblem | null {
  if (!rolesOf(model).includes(role)) return 'role.not_available';
  if (hasAllSites(role)) return null;
  if (siteCount === 0) return 'role.needs_site';
  if (siteCount > 1 && !takesManySites(model, role)) return 'role.one_site_only';
  return null;
}
