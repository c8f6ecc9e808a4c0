import { and, eq, isNull } from 'drizzle-orm';
import { session } from '../../db/schema';
import { readPreferences, writePreferences } from '../preferences/preferences';
import { sessionTouch } from './activity';
import { sessionAdministration } from './administer-sessions';
import { beginSession, type SessionDeps } from './begin-session';
import { passwordChange, passwordChoice } from './change-password';
import { checkSession } from './check-session';
import { endSessions } from './end-sessions';
import type { OneAtATime } from './one-at-a-time';
import type { OwnPassword } from './own-password';
import { sessionRenewal } from './renew-session';
import { sessionView } from './session-view';
import { signIn } from './sign-in';
import type { Sessions } from './types';

/** Signing in and out, grants and their renewal, one's own password. Writes `session` and `sign_in_back_off`. */
export function createSessions(
  deps: SessionDeps & { ownPassword: OwnPassword; attempts: OneAtATime },
): Sessions {
  const { db, clock, announce, ownPassword } = deps;

  return {
    ...sessionAdministration(deps),
    signIn: signIn(deps),
    renew: sessionRenewal(deps),
    touch: sessionTouch(deps),
    choosePassword: passwordChoice(deps),
    changePassword: passwordChange(deps),
    check: (sessionId) => checkSession(db, sessionId, clock.now()),
    view: (held) => sessionView(db, held),
    preferences: (userId) => readPreferences(db, userId),
    setPreferences: (userId, choices) => db.write(userId, (tx) => writePreferences(tx, userId, choices)),

    async verifyPassword(userId, password) {
      await ownPassword.verify(userId, password);
    },

    startFor: (userId) =>
      db.write(userId, (tx) => {
        const held = beginSession(tx, deps, userId);
        tx.audit({
          action: 'session.sign_in',
          subject: { type: 'user', id: userId },
          data: { role: held.grant.role, passwordDue: held.passwordDue, withoutPassword: true },
        });
        return held;
      }),

    end(sessionId, why) {
      const open = db.orm
        .select({ userId: session.userId })
        .from(session)
        .where(and(eq(session.id, sessionId), isNull(session.endedAt)))
        .get();
      if (open === undefined) return;
      db.write(open.userId, (tx) => {
        endSessions(tx, announce, [sessionId], why);
        tx.audit({
          action: why === 'signedOut' ? 'session.sign_out' : 'session.end',
          subject: { type: 'user', id: open.userId },
          data: { why },
        });
        // Whoever looks at the person's sessions sees it go.
        tx.afterCommit(() => announce({ kind: 'directory' }));
      });
    },

    endLeftovers() {
      const left = db.orm
        .select({ id: session.id })
        .from(session)
        .where(and(eq(session.deskId, db.deskId), isNull(session.endedAt)))
        .all()
        .map((row) => row.id);
      if (left.length === 0) return;
      db.write(null, (tx) => {
        endSessions(tx, announce, left, 'restarted');
        tx.audit({ action: 'session.end', data: { why: 'restarted', sessions: left.length } });
      });
    },
  };
}
