import {
  QueryClient,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { RequestInput, RequestOutput, RouteName } from '../../core/contract/index';
import { type RequestError, request } from './client';

/**
 * Main is a process away, not a network: no retries (it would refuse again), no pausing when the machine is
 * offline, and no refetch on focus, because main tells by event when something changed.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 30_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** `[route, input]`: everything of a domain is found by the route's prefix. */
export function requestKey<R extends RouteName>(
  route: R,
  input: RequestInput<R>,
): readonly [R, RequestInput<R>] {
  return [route, input];
}

type QueryOptions<R extends RouteName> = Omit<
  UseQueryOptions<RequestOutput<R>, RequestError, RequestOutput<R>>,
  'queryKey' | 'queryFn'
>;

/** Reads by a request; the same input is asked once, however many components show it. */
export function useRequest<R extends RouteName>(
  route: R,
  input: RequestInput<R>,
  options?: QueryOptions<R>,
): UseQueryResult<RequestOutput<R>, RequestError> {
  return useQuery<RequestOutput<R>, RequestError>({
    ...options,
    queryKey: requestKey(route, input),
    queryFn: () => request(route, input),
  });
}

type MutationOptions<R extends RouteName> = Omit<
  UseMutationOptions<RequestOutput<R>, RequestError, RequestInput<R>>,
  'mutationFn'
>;

/** Writes by a request. What it changed comes back by event, so callers invalidate nothing. */
export function useSend<R extends RouteName>(
  route: R,
  options?: MutationOptions<R>,
): UseMutationResult<RequestOutput<R>, RequestError, RequestInput<R>> {
  return useMutation<RequestOutput<R>, RequestError, RequestInput<R>>({
    ...options,
    mutationFn: (input) => request(route, input),
  });
}
