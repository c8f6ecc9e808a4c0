import { can } from '../../access/permissions';
import type { ReadDb } from '../../db/types';
import { roles } from '../../domain/role';
import { readOrganisation } from '../organisation/organisation-rows';

const unvouched = `
  select i.id from json_each(?) j
  cross join invitation i on i.id = j.value
  cross join user u on u.id = i.inviter_id
  where u.deleted_hlc is not null or u.status <> 'active' or coalesce(u.leaves_at <= ?, 0)
    or u.role not in (select value from json_each(?))
    or (u.role <> 'tenant_admin' and (i.role <> 'member' or i.reactivates_user_id is not null or exists (
      select 1 from invitation_site o where o.invitation_id = i.id and o.deleted_hlc is null and o.site_id not in (
        select l.site_id from user_site l where l.user_id = u.id and l.deleted_hlc is null))))`;

/**
 * Which of these open invitations nobody stands behind any more: what `requireInviter` asks of one when it is accepted,
 * asked of a page of them for the list.
 */
export function unvouchedInvitations(db: ReadDb, ids: readonly string[], now: number): ReadonlySet<string> {
  const settings = ids.length === 0 ? null : readOrganisation(db);
  if (settings === null) return new Set();
  const inviting = roles.filter((role) => can(role, 'invitation.create', settings));
  const rows = db
    .statement<{ id: string }>(unvouched)
    .all(JSON.stringify(ids), now, JSON.stringify(inviting));
  return new Set(rows.map(({ id }) => id));
}
