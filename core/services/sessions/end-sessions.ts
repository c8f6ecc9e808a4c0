import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { session } from '../../db/schema';
import type { Tx } from '../../db/types';
import type { Announce, SessionEnd } from '../../ports';

/** Ends these sessions; their windows hear of it after the commit. */
export function endSessions(
  tx: Tx,
  announce: Announce,
  sessionIds: readonly string[],
  why: SessionEnd,
): void {
  if (sessionIds.length === 0) return;
  tx.local
    .update(session)
    .set({ endedAt: tx.now, endReason: why })
    .where(inArray(session.id, [...sessionIds]))
    .run();
  tx.afterCommit(() => announce({ kind: 'sessionsEnded', sessionIds, why }));
}

/** Ends a person's sessions, but for the one they act from; answers which. */
export function endSessionsOf(
  tx: Tx,
  announce: Announce,
  userId: string,
  why: SessionEnd,
  { except }: { except?: string } = {},
): string[] {
  const open = tx
    .statement<{ id: string }>('select id from session where user_id = ? and ended_at is null')
    .all(userId);
  const ending = open.map((row) => row.id).filter((id) => id !== except);
  endSessions(tx, announce, ending, why);
  return ending;
}

/** After a restore: whoever was signed in when the backup was made is not. Answers how many that were. */
export function endEverySession(tx: Tx): number {
  return tx.run("update session set ended_at = ?, end_reason = 'restored' where ended_at is null", tx.now);
}

/**
 * Of somebody who is erased: open sessions end and tell their windows why, all others go. Answers which were open.
 */
export function forgetSessionsOf(tx: Tx, announce: Announce, userId: string): string[] {
  tx.local
    .delete(session)
    .where(and(eq(session.userId, userId), isNotNull(session.endedAt)))
    .run();
  const open = endSessionsOf(tx, announce, userId, 'deleted');
  tx.local
    .update(session)
    .set({ grantSiteIds: '[]', spentRefreshHash: null })
    .where(eq(session.userId, userId))
    .run();
  return open;
}
