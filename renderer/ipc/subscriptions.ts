import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { AppState } from '../../core/contract/app';
import { errorData, onEvent, RequestError } from './client';
import { requestKey } from './query';

/** Refusals that mean: this window's phase isn't what it believes it is. */
const phaseCodes = new Set<string>([
  'access.session_required',
  'access.locked',
  'access.password_change_due',
  'setup.required',
  'app.working',
]);

const stateKey = requestKey('app.state', {});
const stateHash = hashKey(stateKey);

/** What shows people and invitations. Not `invitations.lookUp`: asked again, a code that is dead by now counts as a wrong one. */
const directoryRoutes = [
  'users.',
  'access.page',
  'invitations.delivery',
  'invitations.overTime',
  'invitations.expiring',
];

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
    onEvent('directory.changed', () =>
      invalidateRoutes(client, ...directoryRoutes, 'session.list', 'organisation.', 'licence.', 'app.state'),
    ),
    onEvent('sites.changed', () =>
      invalidateRoutes(client, 'sites.', ...directoryRoutes, 'licence.', 'app.state'),
    ),
    onEvent('organisation.changed', () =>
      invalidateRoutes(client, 'organisation.', 'recovery.', 'security.', 'users.', 'app.state'),
    ),
    onEvent('visits.changed', () => invalidateRoutes(client, 'visits.', 'licence.', 'app.state')),
    onEvent('licence.changed', () => invalidateRoutes(client, 'licence.', 'app.state')),
    onEvent('mail.changed', () => invalidateRoutes(client, 'mail.', 'invitations.delivery', 'app.state')),
    onEvent('clock.changed', () => invalidateRoutes(client, 'clock.', 'app.state')),
    onEvent('backups.changed', () => invalidateRoutes(client, 'backups.', 'app.state')),
    onEvent('health.changed', () => invalidateRoutes(client, 'health.')),
    onEvent('audit.changed', () => invalidateRoutes(client, 'audit.page', 'app.state')),
    onEvent('app.changed', () => invalidateRoutes(client, 'app.state', 'health.')),
    onEvent('session.changed', ({ reason }) => {
      // The window is blank before main is asked what it now has to show.
      if (reason === 'locked') showLocked(client);
      // A renewed grant can reach other sites, so that every list may differ.
      if (reason === 'renewed') invalidateRoutes(client, '');
      else invalidateRoutes(client, 'app.state');
    }),
    watchRefusals(client),
    watchUnlock(client),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function showLocked(client: QueryClient): void {
  client.setQueryData<AppState>(stateKey, (state) => state && { ...state, phase: 'locked' });
}

/** What was asked while the window was locked was refused; it is asked again, or the page would go on showing that. */
function watchUnlock(client: QueryClient): () => void {
  let phase = client.getQueryData<AppState>(stateKey)?.phase;
  return client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryHash !== stateHash) return;
    const before = phase;
    phase = client.getQueryData<AppState>(stateKey)?.phase;
    if (before !== 'locked' || phase !== 'ready') return;
    void client.invalidateQueries({
      predicate: ({ state }) => errorData(state.error, 'access.locked') !== null,
    });
  });
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
