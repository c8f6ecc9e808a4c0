import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditFilter, AuditPage } from '../../../core/contract/audit';
import { type RequestError, request } from '../../ipc/client';

/** One page, together with the filter it answers. */
interface Answered extends AuditPage {
  filter: AuditFilter;
}

type Key = readonly ['audit.page', AuditFilter, number];

/**
 * The log, newest first, page after page. While another filter's answer is on its way the rows before it stay. Makes itself anew
 * when main tells of new entries.
 */
export function useEntries(filter: AuditFilter, limit: number) {
  return useInfiniteQuery<Answered, RequestError, InfiniteData<Answered>, Key, string | null>({
    queryKey: ['audit.page', filter, limit],
    queryFn: async ({ pageParam }) => ({
      ...(await request('audit.page', { filter, after: pageParam, limit })),
      filter,
    }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}
