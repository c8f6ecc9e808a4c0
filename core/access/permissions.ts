import type { Role } from '../domain/role';

/** Permissions as data (product.md §2): resource → actions. Deny by default: what isn't listed isn't allowed. */
export const statement = {
  organisation: ['read', 'update'],
  security: ['read'],
  site: ['list', 'create', 'update', 'archive'],
  user: ['list', 'read', 'create', 'update', 'resetPassword', 'deactivate', 'reactivate'],
  invitation: ['create', 'resend', 'remove'],
} as const;

export type Resource = keyof typeof statement;
export type Action<R extends Resource = Resource> = (typeof statement)[R][number];

/** `'user.create'` and so on: one string per permission, as the session tells the window. */
export type Permission = { [R in Resource]: `${R}.${Action<R>}` }[Resource];

export const permissions: readonly Permission[] = Object.entries(statement).flatMap(([resource, actions]) =>
  actions.map((action) => `${resource}.${action}` as Permission),
);

/**
 * What each role may do. A Site-Admin sees the people of their sites, user management stays with the
 * Tenant-Admin; which rows a permission reaches is decided by the sites of the grant (see `scope.ts`).
 */
const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  tenant_admin: new Set(permissions),
  site_admin: new Set<Permission>(['organisation.read', 'site.list', 'user.list', 'user.read']),
  member: new Set<Permission>([]),
};

export function can(role: Role, permission: Permission): boolean {
  return rolePermissions[role].has(permission);
}

export function permissionsOf(role: Role): Permission[] {
  return permissions.filter((permission) => can(role, permission));
}
