import { useEffect, useState } from 'react';
import { useRequest } from '../../ipc/query';

export interface FoundPerson {
  id: string;
  name: string;
  /** "" where the name is the address. */
  email: string;
}

/** Milliseconds without a keystroke before main is asked. */
const pause = 120;
const limit = 20;

/** Whom the reader may know of and whose name or address holds what is typed. */
export function usePeople(typed: string, withInvited: boolean, enabled: boolean) {
  const [search, setSearch] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = {
    kind: withInvited ? 'all' : 'users',
    search,
    status: null,
    role: null,
    siteId: null,
    sort: 'email',
    direction: 'asc',
  } as const;
  const { data, isPending } = useRequest(
    'users.page',
    { query, limit },
    { enabled, placeholderData: (before) => before },
  );
  const people = (data?.list.rows ?? []).map(
    ({ id, displayName, email }): FoundPerson =>
      displayName === null ? { id, name: email, email: '' } : { id, name: displayName, email },
  );
  return { people, loading: isPending || search !== typed };
}
