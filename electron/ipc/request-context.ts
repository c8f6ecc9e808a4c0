import type { ParsedInput, RequestOutput, RouteName } from '../../core/contract';
import { AppError } from '../../core/errors/app-error';
import type { Actor } from '../../core/services/actor';
import type { HeldSession } from '../../core/services/sessions/types';

/** Who asks, as admission found it. Both are `null` at a window where nobody is signed in. */
export interface RequestContext {
  readonly windowId: number;
  readonly held: HeldSession | null;
  readonly actor: Actor | null;
}

export type Handler<R extends RouteName> = (
  input: ParsedInput<R>,
  context: RequestContext,
) => RequestOutput<R> | Promise<RequestOutput<R>>;

/** One handler for every request of the contract: a missing one does not compile. */
export type Handlers = { [R in RouteName]: Handler<R> };

/** The handlers of one domain's contract: `HandlersOf<typeof sitesContract>`. */
export type HandlersOf<Part> = Pick<Handlers, keyof Part & RouteName>;

export function actorOf(held: HeldSession): Actor {
  return {
    userId: held.userId,
    sessionId: held.sessionId,
    role: held.grant.role,
    siteIds: held.grant.siteIds,
  };
}

/** Admission has seen to it already; this says so to the compiler, and refuses when it hasn't. */
export function signedIn(context: RequestContext): { held: HeldSession; actor: Actor } {
  const { held, actor } = context;
  if (held === null || actor === null) throw new AppError('access.session_required');
  return { held, actor };
}
