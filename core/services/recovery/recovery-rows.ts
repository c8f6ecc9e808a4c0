import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { recoveryCode } from '../../db/schema';
import type { ReadDb, Tx } from '../../db/types';

export interface LiveCode {
  id: string;
  codeHash: string;
  keyMark: string | null;
  createdAt: number;
  confirmedAt: number | null;
}

/** The one code that is good: neither used nor replaced. */
export function readLiveCode(db: ReadDb): LiveCode | undefined {
  return db.orm
    .select({
      id: recoveryCode.id,
      codeHash: recoveryCode.codeHash,
      keyMark: recoveryCode.keyMark,
      createdAt: recoveryCode.createdAt,
      confirmedAt: recoveryCode.confirmedAt,
    })
    .from(recoveryCode)
    .where(and(isNull(recoveryCode.usedAt), isNull(recoveryCode.replacedAt)))
    .get();
}

/** When the last code was used up. */
export function lastUsedAt(db: ReadDb): number | null {
  const row = db.orm
    .select({ usedAt: recoveryCode.usedAt })
    .from(recoveryCode)
    .where(isNotNull(recoveryCode.usedAt))
    .orderBy(desc(recoveryCode.usedAt))
    .limit(1)
    .get();
  return row?.usedAt ?? null;
}

/** The new code takes the place of the one before. */
export function replaceCode(tx: Tx, codeHash: string, mark: string): LiveCode {
  tx.local
    .update(recoveryCode)
    .set({ replacedAt: tx.now })
    .where(and(isNull(recoveryCode.usedAt), isNull(recoveryCode.replacedAt)))
    .run();
  const row = { id: tx.newId(), codeHash, keyMark: mark, createdAt: tx.now, confirmedAt: null };
  tx.local.insert(recoveryCode).values(row).run();
  return row;
}

export function markConfirmed(tx: Tx, id: string): void {
  tx.local.update(recoveryCode).set({ confirmedAt: tx.now }).where(eq(recoveryCode.id, id)).run();
}

export function markUsed(tx: Tx, id: string): void {
  tx.local.update(recoveryCode).set({ usedAt: tx.now }).where(eq(recoveryCode.id, id)).run();
}
