import type { Role } from '../domain/role';

/** Permissions as data (product.md §2): resource → actions. Deny by default: what isn't listed isn't allowed. */
export const statement = {
  organisation: ['read', 'update'],
  security: ['read', 'update'],
  recovery: ['renew'],
  clock: ['confirm'],
  audit: ['list', 'verify', 'export'],
  licence: ['read', 'import'],
  mail: ['read', 'update'],
  backup: ['read', 'make', 'update', 'copy', 'restore'],
  support: ['save'],
  site: ['list', 'create', 'update', 'archive'],
  user: [
    'list',
    'read',
    'history',
    'create',
    'update',
    'changeEmail',
    'setEndDate',
    'resetPassword',
    'deactivate',
    'reactivate',
    'delete',
  ],
  session: ['list', 'end'],
  invitation: ['create', 'resend', 'remove'],
  visit: ['list', 'register', 'checkIn', 'checkOut', 'cancel'],
} as const;

export type Resource = keyof typeof statement;
export type Action<R extends Resource = Resource> = (typeof statement)[R][number];

/** `'user.create'` and so on: one string per permission, as the session tells the window. */
export type Permission = { [R in Resource]: `${R}.${Action<R>}` }[Resource];

export const permissions: readonly Permission[] = Object.entries(statement).flatMap(([resource, actions]) =>
  actions.map((action) => `${resource}.${action}` as Permission),
);

/** What the organisation has decided about rights (Settings → Security). */
export interface AccessSettings {
  /** Site-Admins manage the Members whose sites are all within their own. */
  delegation: boolean;
}

/** Everybody's at their own sites: whose visits a permission reaches is decided by role (core/services/visits). */
const visits = [
  'visit.list',
  'visit.register',
  'visit.checkIn',
  'visit.checkOut',
  'visit.cancel',
] as const satisfies Permission[];

/**
 * What each role may do. A Site-Admin sees the people of their sites, user management stays with the
 * Tenant-Admin; which rows a permission reaches is decided by the sites of the grant (see `scope.ts`).
 */
const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  tenant_admin: new Set(permissions),
  site_admin: new Set<Permission>(['organisation.read', 'site.list', 'user.list', 'user.read', ...visits]),
  member: new Set<Permission>(visits),
};

/** What delegated administration adds; it reaches Members whose sites are all within the Site-Admin's, nobody else. */
const delegatedPermissions: Record<Role, ReadonlySet<Permission>> = {
  tenant_admin: new Set(),
  site_admin: new Set<Permission>([
    'audit.list',
    'audit.export',
    'user.history',
    'user.create',
    'user.resetPassword',
    'user.deactivate',
    'invitation.create',
    'invitation.resend',
    'invitation.remove',
  ]),
  member: new Set(),
};

export function can(role: Role, permission: Permission, { delegation }: AccessSettings): boolean {
  return rolePermissions[role].has(permission) || (delegation && delegatedPermissions[role].has(permission));
}

export function permissionsOf(role: Role, settings: AccessSettings): Permission[] {
  return permissions.filter((permission) => can(role, permission, settings));
}
