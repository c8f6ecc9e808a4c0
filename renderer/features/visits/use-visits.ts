import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { RequestOutput } from '../../../core/contract/index';
import type { VisitTab } from '../../../core/contract/visits';
import { type RequestError, request } from '../../ipc/client';

/** Rows per request. */
const pageSize = 50;

export interface VisitQuery {
  siteId: string;
  tab: VisitTab;
  search: string;
}

/** One page of a tab, together with the query it answers. */
export interface VisitPage extends RequestOutput<'visits.page'> {
  query: VisitQuery;
}

type Key = readonly ['visits.page', VisitQuery];

/**
 * A tab's visits, page after page. While another search or tab is on its way the rows before it stay, as the answer
 * carries its query; those of another site never do.
 */
export function useVisits(query: VisitQuery) {
  return useInfiniteQuery<VisitPage, RequestError, InfiniteData<VisitPage>, Key, string | null>({
    queryKey: ['visits.page', query],
    queryFn: async ({ pageParam }) => ({
      ...(await request('visits.page', { ...query, before: pageParam, limit: pageSize })),
      query,
    }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (data, before) => (before?.queryKey[1].siteId === query.siteId ? data : undefined),
  });
}
