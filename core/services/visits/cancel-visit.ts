import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { writingReach } from './reach';
import { auditVisit, patchVisit, requireState, requireVisit } from './visit-rows';

/** An expected visit won't happen. Errors: `visit.not_found`, `visit.state`. */
export function visitCancellation({ db, announce }: Pick<UseCaseDeps, 'db' | 'announce'>) {
  return (actor: Actor, { id }: ParsedInput<'visits.cancel'>): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      const found = requireVisit(tx, writingReach(tx, actor, 'visit.cancel'), id);
      requireState(found, 'expected', tx.now);
      patchVisit(tx, id, { cancelledAt: tx.now });
      auditVisit(tx, 'visit.cancel', found, { state: { before: 'expected', after: 'cancelled' } });
      tx.afterCommit(() => announce({ kind: 'visits' }));
      return {};
    });
}
