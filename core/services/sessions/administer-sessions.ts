import { reaches, siteScope } from '../../access/scope';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { sitesByIds } from '../sites/site-rows';
import { requireUser } from '../users/user-rows';
import { requireVisibleUser } from '../users/visible-user';
import { endSessions } from './end-sessions';
import { openSessionsOf, ownerOfOpenSession } from './open-sessions';
import type { Sessions } from './types';

/** What administrators see of people's sessions, and end. */
export function sessionAdministration({
  db,
  clock,
  announce,
}: Pick<UseCaseDeps, 'db' | 'clock' | 'announce'>): Pick<Sessions, 'list' | 'endOne' | 'endAll'> {
  return {
    list(actor, { userId }) {
      requireVisibleUser(db, actor, userId);
      const scope = siteScope(actor.role, actor.siteIds);
      const sessions = openSessionsOf(db, userId, clock.now()).map((row) => ({
        id: row.id,
        thisDesk: row.deskId === db.deskId,
        current: row.id === actor.sessionId,
        startedAt: row.startedAt,
        lastUsedAt: row.lastUsedAt,
        role: row.grantRole,
        sites: sitesByIds(
          db,
          (JSON.parse(row.grantSiteIds) as string[]).filter((id) => reaches(scope, id)),
        ).map((site) => site.name),
      }));
      return { sessions };
    },

    endOne: (actor, { id }) =>
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'session.end');
        const userId = ownerOfOpenSession(tx, id, tx.now);
        if (userId === undefined) throw new AppError('session.not_found');
        end(tx, userId, [id]);
        return {};
      }),

    endAll: (actor, { userId }) =>
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'session.end');
        requireUser(tx, userId);
        const open = openSessionsOf(tx, userId, tx.now).map((row) => row.id);
        if (open.length > 0) end(tx, userId, open);
        return { ended: open.length };
      }),
  };

  /** The window it was says why: somebody else ended it, at whichever desk. */
  function end(tx: Tx, userId: string, sessionIds: readonly string[]): void {
    endSessions(tx, announce, sessionIds, 'signedOutEverywhere');
    tx.audit({
      action: 'session.end',
      subject: { type: 'user', id: userId },
      data: { why: 'signedOutEverywhere', sessions: sessionIds.length },
    });
    tx.afterCommit(() => announce({ kind: 'directory' }));
  }
}
