import type { ParsedInput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { isStale, versionOf } from './edit-version';
import { requireQualifiedAdmin } from './qualified-admins';
import { hasLeft, patchUser, requireActiveUser } from './user-rows';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>;

/**
 * "Leaves on": the moment from which the account is deactivated (see end-dates-due). Errors: `user.self`,
 * `user.not_found`, `user.inactive`, `user.end_date_past`, `user.changed_meanwhile`, `user.last_admin` when nobody
 * qualified would be left at that moment.
 */
export function endDateSetting({ db, directory, announce }: Deps) {
  return (actor: Actor, input: ParsedInput<'users.setEndDate'>): { version: number } =>
    db.write(actor.userId, (tx) => {
      const { id, version, leavesAt } = input;
      requireEntitled(tx, actor, 'user.setEndDate');
      if (id === actor.userId) throw new AppError('user.self', { act: 'endDate' });
      const row = requireActiveUser(tx, id);
      if (hasLeft(row, tx.now)) throw new AppError('user.inactive', { name: row.displayName });
      if (row.leavesAt === leavesAt) return { version: versionOf(tx, row) };
      if (isStale(tx, row, version)) {
        const current = String(row.leavesAt ?? '');
        throw new AppError('user.changed_meanwhile', { fields: [{ field: 'leavesAt', current }] });
      }
      if (leavesAt !== null && leavesAt <= tx.now) throw new AppError('user.end_date_past');

      patchUser(tx, id, { leavesAt });
      if (leavesAt !== null && row.role === 'tenant_admin') {
        requireQualifiedAdmin(tx, row.displayName, leavesAt);
      }
      tx.audit({
        action: 'user.set_end_date',
        subject: { type: 'user', id },
        data: { leavesAt: { before: row.leavesAt, after: leavesAt } },
      });
      directory.refreshUser(tx, id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return { version: versionOf(tx, requireActiveUser(tx, id)) };
    });
}
