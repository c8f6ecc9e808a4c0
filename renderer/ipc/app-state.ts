import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Permission } from '../../core/access/permissions';
import type { AppState, SessionView } from '../../core/contract/app';
import type { RequestInput, RequestOutput } from '../../core/contract/index';
import type { PasswordContext } from '../../core/domain/password';
import { requestKey, useRequest, useSend } from './query';

const stateKey = requestKey('app.state', {});
const minute = 60_000;

/** Between two looks at how far something has come, ms. */
const look = 400;

/** What this window has to show. Asked again every minute, to follow main's clock, and often while something is being done. */
export function useAppState() {
  return useRequest(
    'app.state',
    {},
    { refetchInterval: ({ state }) => (state.data?.phase === 'working' ? look : minute) },
  );
}

/** Requests on a session answer the window's new state: taken over at once, without asking again. */
export function applyAppState(client: QueryClient, state: AppState): void {
  client.setQueryData(stateKey, state);
}

type SessionRoute =
  | 'session.signIn'
  | 'session.signOut'
  | 'session.lock'
  | 'session.unlock'
  | 'session.choosePassword';

/** Like `useSend`, for the requests whose answer is the window's new state. */
export function useSendState<R extends SessionRoute | 'setup.create'>(route: R) {
  const client = useQueryClient();
  return useSend(route, {
    onSuccess: (state: RequestOutput<R>, _input: RequestInput<R>) => applyAppState(client, state),
  });
}

/** The signed-in person. Only for components below the phase `ready`. */
export function useSession(): SessionView {
  const { data } = useAppState();
  if (data?.session == null) throw new Error('useSession is for screens of a signed-in person');
  return data.session;
}

/** The organisation. Only where one exists. */
export function useOrganisation(): NonNullable<AppState['organisation']> {
  const { data } = useAppState();
  if (data?.organisation == null) throw new Error('useOrganisation needs an organisation');
  return data.organisation;
}

/** What a password of the signed-in person must not be made of. */
export function useOwnWords(): PasswordContext {
  const { email, displayName, sites } = useSession();
  const { name } = useOrganisation();
  return { email, displayName, siteNames: sites.map((site) => site.name), organisationName: name };
}

/** Whether the grant of the signed-in person holds a permission; `false` when nobody is signed in. */
export function useCan(): (permission: Permission) => boolean {
  const { data } = useAppState();
  const permissions = data?.session?.permissions;
  return useCallback((permission) => permissions?.includes(permission) ?? false, [permissions]);
}

/** Main's clock in UTC ms, moving on every half minute. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useAppState();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), minute / 2);
    return () => clearInterval(timer);
  }, []);
  if (data === undefined) return Date.now();
  return data.now + Math.max(0, Date.now() - dataUpdatedAt);
}
