import type { RequestOutput } from '../../../contract';
import type { Tx } from '../../../db/types';
import { undoOf } from '../../../domain/undo';
import { changes } from '../../audit-log/personal';
import { requireOrganisation } from '../../organisation/organisation-rows';
import { auditedSites, requireAssignment } from '../assignment';
import { requireQualifiedAdmin } from '../qualified-admins';
import { patchUser } from '../user-rows';
import { setUserSites, sitesOfUser } from '../user-sites';
import type { Undoing } from './undo-change';

/** The role and the sites before are back; they reach open sessions as any change does. A name that was changed along stays. */
export function undoUpdate(
  tx: Tx,
  { deps, row, entry, scope, refuse }: Undoing,
): RequestOutput<'users.undo'> {
  const { directory, announce, licence } = deps;
  if (row.role === null) throw refuse('changed');
  const before = { role: row.role, sites: sitesOfUser(tx, row.id) };
  const after = requireAssignment(tx, requireOrganisation(tx).roleModel, scope, {
    role: entry.role?.before ?? row.role,
    siteIds: entry.sites?.before ?? before.sites.map((site) => site.id),
  });
  patchUser(tx, row.id, { role: after.role });
  setUserSites(
    tx,
    row.id,
    after.sites.map((site) => site.id),
  );
  if (before.role === 'tenant_admin' && after.role !== 'tenant_admin')
    requireQualifiedAdmin(tx, row.displayName);
  licence.requireSeat(tx, { role: after.role, state: 'active' }, { role: before.role, state: 'active' });
  tx.audit({
    action: undoOf[entry.action],
    subject: { type: 'user', id: row.id },
    data: {
      ...changes({
        role: { before: before.role, after: after.role },
        sites: { before: auditedSites(before.sites), after: auditedSites(after.sites) },
      }),
      undid: entry.id,
    },
  });
  directory.refreshUser(tx, row.id);
  tx.afterCommit(() => announce({ kind: 'directory' }));
  return { passwordGone: false };
}
