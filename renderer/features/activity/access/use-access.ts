import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { AccessPage } from '../../../../core/contract/access';
import { type RequestError, request } from '../../../ipc/client';

export interface AccessQuestion {
  siteId: string | null;
  from: number;
  before: number;
  text: string;
}

/** People per page. */
const limit = 100;

type Key = readonly ['access.page', AccessQuestion | null];

/** Who could enter, a page at a time. `null`: nothing is asked yet. */
export function useAccess(question: AccessQuestion | null) {
  return useInfiniteQuery<AccessPage, RequestError, InfiniteData<AccessPage>, Key, number>({
    queryKey: ['access.page', question],
    queryFn: ({ pageParam }) => {
      if (question === null) throw new Error('Asked without a question');
      return request('access.page', { ...question, offset: pageParam, limit });
    },
    enabled: question !== null,
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, { entries }) => sum + entries.length, 0);
      return shown < total ? shown : null;
    },
    placeholderData: (before) => before,
  });
}
