import { useInfiniteQuery } from '@tanstack/react-query';
import type { RequestOutput } from '../../../../core/contract/index';
import { type RequestError, request } from '../../../ipc/client';
import { requestKey } from '../../../ipc/query';

/** Entries per page: what is worth a glance before somebody asks for more. */
const limit = 8;

/** What happened to a person, newest first, a page at a time. Makes itself anew when main tells of a change. */
export function useHistory(id: string) {
  return useInfiniteQuery<
    RequestOutput<'users.history'>,
    RequestError,
    { entries: RequestOutput<'users.history'>['entries'] },
    readonly unknown[],
    string | null
  >({
    queryKey: requestKey('users.history', { id, before: null, limit }),
    queryFn: ({ pageParam }) => request('users.history', { id, before: pageParam, limit }),
    initialPageParam: null,
    getNextPageParam: ({ entries, more }) => (more ? (entries.at(-1)?.id ?? null) : null),
    select: ({ pages }) => ({ entries: pages.flatMap(({ entries }) => entries) }),
  });
}
