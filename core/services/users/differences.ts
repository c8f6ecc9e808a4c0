import type { Role } from '../../domain/role';
import type { ErrorData } from '../../errors/catalogue';
import type { SiteRef } from '../sites/site-rows';
import { siteNames } from './assignment';

interface Editable {
  displayName: string;
  role: Role;
  sites: readonly SiteRef[];
}

/** Where an edit made from an older version would overwrite something else, and what stands there now. */
export function differences(
  stored: Editable,
  edited: Editable,
): ErrorData['user.changed_meanwhile']['fields'] {
  const fields: ErrorData['user.changed_meanwhile']['fields'] = [];
  if (stored.displayName !== edited.displayName)
    fields.push({ field: 'displayName', current: stored.displayName });
  if (stored.role !== edited.role) fields.push({ field: 'role', current: stored.role });
  if (idsOf(stored.sites) !== idsOf(edited.sites)) {
    fields.push({ field: 'sites', current: siteNames(stored.sites).join(', ') });
  }
  return fields;
}

function idsOf(sites: readonly SiteRef[]): string {
  return sites
    .map((site) => site.id)
    .sort()
    .join();
}
