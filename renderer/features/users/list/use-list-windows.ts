import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ListQuery, ListResult, ListRow, ListWindow } from '../../../../core/contract/users';
import { request } from '../../../ipc/client';
import { requestKey } from '../../../ipc/query';
import { type FirstPage, listCacheMs, pageSize } from './use-first-page';
import type { WantedPages } from './use-wanted-pages';

export interface ListRows {
  /** Rows to scroll through. Grows while it is scrolled when the total is capped. */
  count: number;
  /** The row at an index of the list, once it is loaded. */
  rowAt(index: number): ListRow | undefined;
}

/** The rows of the wanted pages (0, 1, …) of the list on screen; page 0 comes with the cards. */
export function useListWindows(first: FirstPage, wanted: WantedPages): ListRows {
  const client = useQueryClient();
  const windows = useQueries({
    queries: pagesOf(first, wanted).map((page) => windowOptions(client, first.query, page)),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => toRows(first, windows), [first, windows]);
}

/** Page 0 is there already, and beyond a known end there is nothing to ask for. */
function pagesOf({ list: { total } }: FirstPage, { from, to }: WantedPages): number[] {
  const pages = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return pages.filter((page) => page > 0 && (total.capped || page * pageSize < total.count));
}

function windowOptions(client: QueryClient, query: ListQuery, page: number) {
  const start = page * pageSize;
  return {
    // The anchor is a way to get there, not a part of what is asked for: it stays out of the key.
    queryKey: ['users.window', { query, start }] as const,
    queryFn: () =>
      request('users.window', {
        query,
        window: { start, limit: pageSize, anchor: nearestAnchor(client, query, start) },
      }),
    gcTime: listCacheMs,
  };
}

/**
 * The loaded window closest to `start`, so that main walks from there instead of counting from the top. Windows that
 * an event made stale don't count: rows may have moved, and an index that lies would shift the list.
 */
function nearestAnchor(client: QueryClient, query: ListQuery, start: number): ListWindow['anchor'] {
  const cache = client.getQueryCache();
  const fresh = cache
    .findAll({ queryKey: ['users.window', { query }], predicate: ({ state }) => !state.isInvalidated })
    .map(({ state }) => state.data as ListResult | undefined);
  const first = cache.find({ queryKey: requestKey('users.page', { query, limit: pageSize }), exact: true });
  if (first !== undefined && !first.state.isInvalidated)
    fresh.push((first.state.data as FirstPage | undefined)?.list);

  let nearest: ListWindow['anchor'] = null;
  for (const result of fresh) {
    if (result?.cursor == null) continue;
    if (nearest === null || Math.abs(result.start - start) < Math.abs(nearest.index - start)) {
      nearest = { index: result.start, cursor: result.cursor };
    }
  }
  return nearest;
}

function toRows(first: FirstPage, windows: readonly (ListResult | undefined)[]): ListRows {
  const byStart = new Map<number, readonly ListRow[]>([[0, first.list.rows]]);
  for (const window of windows) if (window !== undefined) byStart.set(window.start, window.rows);
  return {
    count: countOf(first.list.total, byStart),
    rowAt: (index) => byStart.get(index - (index % pageSize))?.[index % pageSize],
  };
}

/** A capped total says "at least": the list goes on until a window comes back short. */
function countOf(total: ListResult['total'], byStart: ReadonlyMap<number, readonly ListRow[]>): number {
  if (!total.capped) return total.count;
  const windows = [...byStart].map(([start, rows]) => ({
    end: start + rows.length,
    short: rows.length < pageSize,
  }));
  const short = windows.filter((window) => window.short).map((window) => window.end);
  if (short.length > 0) return Math.min(...short);
  return Math.max(total.count, ...windows.map((window) => window.end + pageSize));
}
