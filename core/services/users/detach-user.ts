import type { Tx } from '../../db/types';
import { changes } from '../audit-log/personal';
import { voidTemporaryPassword } from '../credentials/credential-rows';
import type { UseCaseDeps } from '../deps';
import { endSessionsOf } from '../sessions/end-sessions';
import { auditedSites } from './assignment';
import { patchUser, type UserFacts } from './user-rows';
import { setUserSites, sitesOfUser } from './user-sites';

/**
 * What a deactivation does, whoever asked for it: sessions end at once, role and sites are detached and remembered in the
 * audit log, a temporary password is void, the end date has served. Whether it may happen is the caller's to ask.
 * Answers the id of the audit entry. @param due set when the end date did it: when that was, UTC ms.
 */
export function detachUser(
  tx: Tx,
  { directory, announce }: Pick<UseCaseDeps, 'directory' | 'announce'>,
  row: UserFacts,
  due: number | null = null,
): string {
  const { id } = row;
  const sites = sitesOfUser(tx, id);
  patchUser(tx, id, { status: 'inactive', role: null, deactivatedAt: due ?? tx.now, leavesAt: null });
  setUserSites(tx, id, []);
  voidTemporaryPassword(tx, id);
  const sessions = endSessionsOf(tx, announce, id, 'deactivated');
  const entryId = tx.audit({
    action: 'user.deactivate',
    subject: { type: 'user', id },
    data: {
      status: { before: 'active', after: 'inactive' },
      role: { before: row.role, after: null },
      sites: { before: auditedSites(sites), after: [] },
      ...changes({ leavesAt: { before: row.leavesAt, after: null } }),
      sessionsEnded: sessions.length,
      ...(due !== null && { by: 'end_date', dueAt: due }),
    },
  });
  directory.refreshUser(tx, id);
  tx.afterCommit(() => {
    announce({ kind: 'directory' });
    // Expected visits are marked when their host is gone.
    announce({ kind: 'visits' });
  });
  return entryId;
}
