import type { QueryClient } from '@tanstack/react-query';
import { onEvent, RequestError } from './client';

/** Refusals that mean: this window's phase isn't what it believes it is. */
const phaseCodes = new Set<string>([
  'access.session_required',
  'access.locked',
  'access.password_change_due',
  'setup.required',
]);

/** Makes everything stale whose route starts with one of the prefixes. Rows on screen stay until new ones are there. */
export function invalidateRoutes(client: QueryClient, ...prefixes: string[]): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) => prefixes.some((prefix) => String(queryKey[0]).startsWith(prefix)),
  });
}

/** Keeps the cache true to what main tells; answers the way to stop. */
export function subscribeToEvents(client: QueryClient): () => void {
  // `app.state` goes along each time: it carries main's clock, from which every relative time on screen counts.
  const stops = [
    onEvent('directory.changed', () => invalidateRoutes(client, 'users.', 'app.state')),
    onEvent('sites.changed', () => invalidateRoutes(client, 'sites.', 'users.', 'app.state')),
    onEvent('organisation.changed', () => invalidateRoutes(client, 'app.state', 'users.')),
    onEvent('session.changed', ({ reason }) => {
      // A renewed grant can reach other sites, so that every list may differ.
      if (reason === 'renewed') invalidateRoutes(client, '');
      else invalidateRoutes(client, 'app.state');
    }),
    watchRefusals(client),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function watchRefusals(client: QueryClient): () => void {
  const look = (error: unknown): void => {
    if (error instanceof RequestError && phaseCodes.has(error.error.code))
      invalidateRoutes(client, 'app.state');
  };
  const stopQueries = client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
  });
  const stopMutations = client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
  });
  return () => {
    stopQueries();
    stopMutations();
  };
}
