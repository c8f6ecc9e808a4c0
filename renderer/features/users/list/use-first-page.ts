import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RequestOutput } from '../../../../core/contract/index';
import type { ListQuery } from '../../../../core/contract/users';
import { type RequestError, request } from '../../../ipc/client';
import { requestKey } from '../../../ipc/query';

/** Rows per request: twice what a tall window shows, and half the way a hundred take over IPC. */
export const pageSize = 50;

/** Answers of queries nobody looks at any more are let go after this, so that typing doesn't pile them up. */
export const listCacheMs = 30_000;

/** The cards and the first rows, together with the query they answer. */
export interface FirstPage extends RequestOutput<'users.page'> {
  query: ListQuery;
}

/**
 * One request for the whole screen. While a new query is on its way the answer to the previous one stays; as the
 * answer carries its query, everything on screen belongs together. A late answer to an older query is never shown.
 */
export function useFirstPage(query: ListQuery) {
  return useQuery<FirstPage, RequestError>({
    queryKey: requestKey('users.page', { query, limit: pageSize }),
    queryFn: async () => ({ ...(await request('users.page', { query, limit: pageSize })), query }),
    placeholderData: keepPreviousData,
    gcTime: listCacheMs,
  });
}
