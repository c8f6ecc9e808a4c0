import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { isActive, readUser } from '../users/user-rows';
import { writingReach } from './reach';
import { auditVisit, patchVisit, requireState, requireVisit } from './visit-rows';

/**
 * An expected visitor is here. The host's name is taken as it is now and frozen from then on; that of a host who is gone
 * stays as it was. Errors: `visit.not_found`, `visit.state`, `licence.check_ins`, `licence.read_only`.
 */
export function visitCheckIn({ db, announce, licence }: Pick<UseCaseDeps, 'db' | 'announce' | 'licence'>) {
  return (actor: Actor, { id }: ParsedInput<'visits.checkIn'>): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      const reach = writingReach(tx, actor, 'visit.checkIn');
      licence.requireWritable(tx);
      const found = requireVisit(tx, reach, id);
      requireState(found, 'expected', tx.now);
      const host = readUser(tx, found.hostId);
      const hostName = host !== undefined && isActive(host) ? host.displayName : found.hostName;
      patchVisit(tx, id, { checkedInAt: tx.now, hostName });
      licence.requireCheckIn(tx);
      const renamed = hostName !== found.hostName;
      auditVisit(
        tx,
        'visit.check_in',
        { ...found, hostName },
        {
          state: { before: 'expected', after: 'onSite' },
          ...(renamed && {
            hostName: {
              before: personal(found.hostId, found.hostName),
              after: personal(found.hostId, hostName),
            },
          }),
        },
      );
      tx.afterCommit(() => announce({ kind: 'visits' }));
      return {};
    });
}
