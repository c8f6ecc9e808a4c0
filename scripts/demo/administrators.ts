import type { Actor } from '../../core/services/actor';
import { day } from './acts';
import type { DemoServices } from './services';

/** A session lives a week from its last renewal; ours are never renewed. */
const sessionMs = 6 * day;
/** As many as share the work in a large organisation. */
const most = 6;

/** Those who administer, each at work with a session of their own: the services let nobody act without one. */
export function createAdministrators({ sessions }: Pick<DemoServices, 'sessions'>) {
  const team: string[] = [];
  const atWork = new Map<string, { actor: Actor; since: number }>();
  let turn = 0;

  function signIn(userId: string, now: number): Actor {
    const earlier = atWork.get(userId);
    if (earlier !== undefined) sessions.end(earlier.actor.sessionId, 'signedOut');
    const { sessionId, grant } = sessions.startFor(userId);
    const actor: Actor = { userId, sessionId, role: grant.role, siteIds: grant.siteIds };
    atWork.set(userId, { actor, since: now });
    return actor;
  }

  return {
    join(userId: string): void {
      if (team.length < most) team.push(userId);
    },
    /** Whose turn it is. */
    next(now: number): Actor {
      const userId = team[turn++ % team.length];
      if (userId === undefined) throw new Error('Nobody administers this organisation');
      const current = atWork.get(userId);
      return current !== undefined && now - current.since < sessionMs ? current.actor : signIn(userId, now);
    },
    goHome(): void {
      for (const { actor } of atWork.values()) sessions.end(actor.sessionId, 'signedOut');
    },
  };
}
