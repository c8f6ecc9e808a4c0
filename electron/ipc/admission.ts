import { type AccessSettings, can, type Permission } from '../../core/access/permissions';
import type { RouteName } from '../../core/contract';
import type { Access } from '../../core/contract/route';
import { AppError } from '../../core/errors/app-error';
import type { Actor } from '../../core/services/actor';
import type { CurrentSession, WindowSessions } from '../window/window-sessions';
import { actorOf, type RequestContext } from './request-context';

/** Lets a request through with who asks, or throws why not. */
export type Admission = (route: RouteName, access: Access, windowId: number) => RequestContext;

interface Gate {
  windowSessions: Pick<WindowSessions, 'current'>;
  /** The tenant's decisions about rights; `null` before set-up. */
  organisation: () => AccessSettings | null;
  /** Notes an attempt that was refused (product.md §9). */
  denied: (actor: Actor, permission: Permission) => void;
}

/** What a window may ask in every state: without these it could neither show what is going on nor be closed. */
const always: readonly RouteName[] = ['app.state', 'app.quit'];
const beforeSetUp: readonly RouteName[] = [
  ...always,
  'setup.create',
  'rescue.found',
  'rescue.choose',
  'rescue.compare',
  'rescue.run',
];

/** The access rule of every route, from the session its window holds. Deny by default. */
export function createAdmission({ windowSessions, organisation, denied }: Gate): Admission {
  return (route, access, windowId) => {
    const settings = organisation();
    if (!beforeSetUp.includes(route) && settings === null) throw new AppError('setup.required');
    const session = windowSessions.current(windowId);
    admitSession(route, access, session);
    const actor = session && actorOf(session.held);
    if (access.kind === 'permission' && session !== null && actor !== null && settings !== null)
      admitPermission(access, session, actor, settings);
    return { windowId, held: session?.held ?? null, actor };
  };

  function admitPermission(
    access: Access & { kind: 'permission' },
    session: CurrentSession,
    actor: Actor,
    settings: AccessSettings,
  ): void {
    const { permission, write } = access;
    // What a person sees follows the grant; a write needs the stored role too, so a demotion bites at once.
    const granted = can(actor.role, permission, settings);
    if (granted && (!write || can(session.storedRole, permission, settings))) return;
    denied(actor, permission);
    const [resource = '', action = ''] = permission.split('.');
    throw new AppError('access.denied', { resource, action });
  }
}

function admitSession(route: RouteName, access: Access, session: CurrentSession | null): void {
  if (always.includes(route)) return;
  if (session?.locked && !(access.kind === 'session' && access.whenLocked))
    throw new AppError('access.locked');
  if (access.kind === 'public') return;
  if (session === null) throw new AppError('access.session_required');
  const whenDue = access.kind === 'session' && access.whenPasswordDue === true;
  if (session.held.passwordDue && !whenDue) throw new AppError('access.password_change_due');
}

/** Without a database nobody can be known: each handler answers the failure by itself. */
export const admitStrangers: Admission = (_route, _access, windowId) => ({
  windowId,
  held: null,
  actor: null,
});
