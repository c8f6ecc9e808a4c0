import { eq } from 'drizzle-orm';
import { session, userActivity } from '../../db/schema';
import type { Tx } from '../../db/types';
import type { DirectoryWriters } from '../deps';
import type { SessionDeps } from './begin-session';
import type { HeldSession } from './types';

/** "Last Activity" is told in minutes, so it is written at most once in one. */
const touchMs = 60_000;

export function noteSignIn(tx: Tx, directory: DirectoryWriters, userId: string): void {
  const times = { lastActivityAt: tx.now, lastSignInAt: tx.now };
  tx.local
    .insert(userActivity)
    .values({ userId, ...times })
    .onConflictDoUpdate({ target: userActivity.userId, set: times })
    .run();
  directory.noteActivity(tx, userId, tx.now);
}

/** Notes that the person is there. Presence is no change of state: not audited. */
export function sessionTouch({ db, clock, directory }: SessionDeps) {
  const lastUse = 'select last_used_at as at from session where id = ? and ended_at is null';
  return (held: HeldSession): void => {
    const last = db.statement<{ at: number }>(lastUse).get(held.sessionId);
    if (last === undefined || clock.now() - last.at < touchMs) return;
    db.write(held.userId, (tx) => {
      tx.local.update(session).set({ lastUsedAt: tx.now }).where(eq(session.id, held.sessionId)).run();
      tx.local
        .insert(userActivity)
        .values({ userId: held.userId, lastActivityAt: tx.now })
        .onConflictDoUpdate({ target: userActivity.userId, set: { lastActivityAt: tx.now } })
        .run();
      directory.noteActivity(tx, held.userId, tx.now);
    });
  };
}
