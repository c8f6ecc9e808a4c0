import type { AuditValue, Tx } from '../../db/types';
import type { Assignment } from './assignment';
import { auditedSites } from './assignment';
import { patchUser, type UserFacts } from './user-rows';
import { setUserSites } from './user-sites';

/**
 * Brings an inactive account back with a new role and new sites; the caller sets its password. What it had before is
 * not revived. Answers the change for the audit log.
 */
export function restoreUser(
  tx: Tx,
  row: UserFacts,
  { role, sites }: Assignment,
  displayName: string,
): Record<string, AuditValue> {
  patchUser(tx, row.id, { status: 'active', role, displayName, deactivatedAt: null, leavesAt: null });
  setUserSites(
    tx,
    row.id,
    sites.map((site) => site.id),
  );
  return {
    status: { before: 'inactive', after: 'active' },
    role: { before: null, after: role },
    sites: { before: [], after: auditedSites(sites) },
  };
}
