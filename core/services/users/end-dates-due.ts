import type { Tx } from '../../db/types';
import type { UseCaseDeps } from '../deps';
import { detachUser } from './detach-user';
import { hasQualifiedAdmin } from './qualified-admins';
import { isActive, patchUser, readUser, type UserFacts } from './user-rows';

/** People per run: each is a transaction of its own, and everybody waits for them. The next run takes more. */
export const endDateBatch = 20;

type Deps = Pick<UseCaseDeps, 'db' | 'clock' | 'directory' | 'announce'>;

/** Read from its own small index: only those who have an end date stand in it. */
export const dueEndDates = `
  select id from user indexed by user_by_end_date
  where leaves_at <= ? and status = 'active' and deleted_hlc is null
  order by leaves_at, id limit ?`;

/**
 * Deactivates those whose end date has come, each in a transaction of its own and in the order of their dates: what the
 * app catches up on after it was closed is what would have happened had it run. Whoever still waits for their turn is
 * refused everywhere meanwhile.
 */
export function endDatesDue(deps: Deps): () => void {
  const { db, clock } = deps;
  return () => {
    for (const { id } of db.statement<{ id: string }>(dueEndDates).all(clock.now(), endDateBatch)) {
      db.write(null, (tx) => leave(tx, deps, id));
    }
  };
}

/** By role: however many are due, Tenant-Admins are few. */
const dueAdmins = `
  select id, leaves_at as leavesAt from user indexed by user_by_status_role
  where status = 'active' and role = 'tenant_admin' and leaves_at <= ? and deleted_hlc is null
  order by leaves_at, id`;

/** Who is kept by being the last is kept before anybody else's turn, however many are due: else nobody could sign in. */
export function lastAdminStays(deps: Deps): () => void {
  const { db, clock } = deps;
  return () => {
    for (const { id, leavesAt } of db
      .statement<{ id: string; leavesAt: number }>(dueAdmins)
      .all(clock.now())) {
      if (!hasQualifiedAdmin(db, { except: id, at: leavesAt })) db.write(null, (tx) => leave(tx, deps, id));
    }
  };
}

function leave(tx: Tx, deps: Deps, id: string): void {
  const row = readUser(tx, id);
  if (row === undefined || !isActive(row) || row.leavesAt === null || row.leavesAt > tx.now) return;
  const guarded = row.role === 'tenant_admin';
  if (guarded && !hasQualifiedAdmin(tx, { except: id, at: row.leavesAt })) stay(tx, deps, row, row.leavesAt);
  else detachUser(tx, deps, row, row.leavesAt);
}

/** The last Tenant-Admin who can sign in keeps the account, and the log says why. */
function stay(tx: Tx, { announce }: Deps, { id }: UserFacts, dueAt: number): void {
  patchUser(tx, id, { leavesAt: null });
  tx.audit({
    action: 'user.deactivate',
    outcome: 'denied',
    subject: { type: 'user', id },
    data: {
      leavesAt: { before: dueAt, after: null },
      by: 'end_date',
      dueAt,
      reason: 'user.last_admin',
    },
  });
  tx.afterCommit(() => announce({ kind: 'directory' }));
}
