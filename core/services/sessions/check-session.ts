import type { ReadDb } from '../../db/types';
import type { Role } from '../../domain/role';
import type { SessionEnd } from '../../ports';
import { hasLeft } from '../users/user-rows';
import type { SessionCheck } from './types';

interface Row {
  endedAt: number | null;
  endReason: SessionEnd | null;
  refreshExpiresAt: number;
  deleted: number;
  status: 'active' | 'inactive';
  role: Role | null;
  leavesAt: number | null;
  siteIds: string;
}

/** Asked with every request, so it is one prepared statement: two rows by key, and the sites only of those who have any. */
const statement = `
  select s.ended_at as endedAt, s.end_reason as endReason, s.refresh_expires_at as refreshExpiresAt,
    u.deleted_hlc is not null as deleted, u.status as status, u.role as role, u.leaves_at as leavesAt,
    case when u.role = 'tenant_admin' then '[]'
      else (select json_group_array(us.site_id) from user_site us where us.user_id = u.id and us.deleted_hlc is null)
    end as siteIds
  from session s join user u on u.id = s.user_id
  where s.id = ?`;

export function checkSession(db: ReadDb, sessionId: string, now: number): SessionCheck {
  const row = db.statement<Row>(statement).get(sessionId);
  if (row === undefined) return { live: false, why: 'expired' };
  if (row.endedAt !== null) return { live: false, why: row.endReason ?? 'expired' };
  if (row.deleted === 1) return { live: false, why: 'deleted' };
  if (row.status !== 'active' || row.role === null || hasLeft(row, now))
    return { live: false, why: 'deactivated' };
  if (now >= row.refreshExpiresAt) return { live: false, why: 'expired' };
  return { live: true, storedRole: row.role, storedSiteIds: JSON.parse(row.siteIds) as string[] };
}
