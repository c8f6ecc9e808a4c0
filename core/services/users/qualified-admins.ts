import { and, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { credential, user } from '../../db/schema';
import type { ReadDb, Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';

/**
 * Whether there is a Tenant-Admin who can sign in (product.md §2): active, owning the address, with a password of
 * their own. A sign-in back-off doesn't disqualify, a temporary password does.
 * @param at UTC ms: only those count whose end date, if they have one, comes later.
 */
export function hasQualifiedAdmin(
  db: ReadDb,
  { except, at }: { except?: string; at?: number } = {},
): boolean {
  const found = db.orm
    .select({ id: user.id })
    .from(user)
    .innerJoin(credential, eq(credential.id, user.id))
    .where(
      and(
        eq(user.status, 'active'),
        eq(user.role, 'tenant_admin'),
        isNull(user.conflictOf),
        isNull(user.deletedHlc),
        eq(credential.mustChange, false),
        isNull(credential.temporaryExpiresAt),
        isNull(credential.deletedHlc),
        except === undefined ? undefined : ne(user.id, except),
        at === undefined ? undefined : or(isNull(user.leavesAt), gt(user.leavesAt, at)),
      ),
    )
    .limit(1)
    .get();
  return found !== undefined;
}

/**
 * Called after the rows are written, so that it sees the whole set; `at` looks ahead to a later moment than now, UTC ms.
 * Error: `user.last_admin`, which undoes the act.
 */
export function requireQualifiedAdmin(tx: Tx, name: string, at: number = tx.now): void {
  if (!hasQualifiedAdmin(tx, { at })) throw new AppError('user.last_admin', { name });
}
