import { z } from 'zod';
import { id, role } from '../../../../core/contract/fields';
import type { SiteRow } from '../../../../core/contract/sites';
import {
  hasAllSites,
  type Role,
  type RoleModel,
  roleProblem,
  takesManySites,
} from '../../../../core/domain/role';

/** Role and sites as every form that gives access holds them. Sites chosen before are kept while the role needs none. */
export interface AccessValues {
  role: Role;
  siteIds: string[];
}

/** An object of its own within a form, so that its rule is checked even while another field is wrong. */
export function accessSchema(model: RoleModel) {
  return z.object({ role, siteIds: z.array(id.or(z.literal(''))) }).superRefine((values, context) => {
    if (roleProblem(model, values.role, accessOf(values).siteIds.length) === null) return;
    // Said at the field that is on screen: the single choice is the first of the list.
    const single = !takesManySites(model, values.role);
    context.addIssue({ code: 'custom', message: 'id', path: single ? ['siteIds', 0] : ['siteIds'] });
  });
}

/** A new person starts with the least: Member, and the only site where there is but one. */
export function startingAccess(sites: readonly SiteRow[]): AccessValues {
  return { role: 'member', siteIds: onlySite(sites) };
}

export function onlySite(sites: readonly SiteRow[]): string[] {
  const [first, second] = sites;
  return first !== undefined && second === undefined ? [first.id] : [];
}

/** What is sent: the chosen sites, or none for a role that has them all. */
export function accessOf({ role, siteIds }: AccessValues): AccessValues {
  return { role, siteIds: hasAllSites(role) ? [] : siteIds.filter((siteId) => siteId !== '') };
}
