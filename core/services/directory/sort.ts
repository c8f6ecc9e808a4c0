import type { ListQuery } from '../../contract/users';
import { rankOfRole, statusRanks } from './ranks';

/** A column that rows are ordered by. */
export type KeyColumn =
  | 'email_key'
  | 'id'
  | 'status_rank'
  | 'expires_at'
  | 'role_rank'
  | 'site_key'
  | 'activity_at';

/** The order of a list and an index that has it. */
export interface Sort {
  keys: readonly KeyColumn[];
  descending: boolean;
  index: string;
  /** What the index is narrowed to, when a filter fixes its first columns. */
  fixed: Partial<Record<KeyColumn, number>>;
}

const byEmail: readonly KeyColumn[] = ['email_key', 'id'];

/**
 * A filter by role or by Active leaves an index in the order of e-mails behind it: the list by e-mail walks that one
 * and meets no row it has to skip. Sorting by the column that is filtered is sorting by e-mail.
 */
export function sortOf({
  sort,
  direction,
  status,
  role,
}: Pick<ListQuery, 'sort' | 'direction' | 'status' | 'role'>): Sort {
  const descending = direction === 'desc';
  if (role !== null && (sort === 'email' || sort === 'role')) {
    return { keys: byEmail, descending, index: 'directory_by_role', fixed: { role_rank: rankOfRole(role) } };
  }
  if (status === 'active' && (sort === 'email' || sort === 'status')) {
    const fixed = { status_rank: statusRanks.active, expires_at: 0 };
    return { keys: byEmail, descending, index: 'directory_by_status', fixed };
  }
  return { ...orders[sort], descending, fixed: {} };
}

const orders: Record<ListQuery['sort'], Pick<Sort, 'keys' | 'index'>> = {
  email: { keys: byEmail, index: 'directory_by_email' },
  status: { keys: ['status_rank', 'expires_at', ...byEmail], index: 'directory_by_status' },
  role: { keys: ['role_rank', ...byEmail], index: 'directory_by_role' },
  site: { keys: ['site_key', ...byEmail], index: 'directory_by_site' },
  lastActivity: { keys: ['activity_at', ...byEmail], index: 'directory_by_activity' },
};
