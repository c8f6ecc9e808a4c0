import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { session } from '../../db/schema';
import type { ReadDb } from '../../db/types';

/** Sessions that can still be used: neither ended nor past their refresh token. @param now UTC ms. */
const isOpen = (now: number) => and(isNull(session.endedAt), gt(session.refreshExpiresAt, now));

/** A person's, latest use first. */
export function openSessionsOf(db: ReadDb, userId: string, now: number) {
  return db.orm
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), isOpen(now)))
    .orderBy(desc(session.lastUsedAt), desc(session.id))
    .all();
}

/** Whose open session this is; `undefined` when it is over or never was. */
export function ownerOfOpenSession(db: ReadDb, id: string, now: number): string | undefined {
  return db.orm
    .select({ userId: session.userId })
    .from(session)
    .where(and(eq(session.id, id), isOpen(now)))
    .get()?.userId;
}
