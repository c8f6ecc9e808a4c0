import type { ListQuery, ListRow } from '../../../../core/contract/users';
import { useRequest } from '../../../ipc/query';

/**
 * An invitation as it is now. It has no request of its own: the list finds it by its address. `null` once it is
 * accepted, replaced or removed; until the first answer the row it was opened from stands in.
 */
export function useInvitation(opened: ListRow): ListRow | null {
  const query: ListQuery = {
    kind: 'invitations',
    search: opened.email.slice(0, 200),
    status: null,
    role: null,
    siteId: null,
    sort: 'email',
    direction: 'asc',
  };
  const { data } = useRequest('users.window', { query, window: { start: 0, limit: 20, anchor: null } });
  if (data === undefined) return opened;
  return data.rows.find(({ id }) => id === opened.id) ?? null;
}
