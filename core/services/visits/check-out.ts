import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { writingReach } from './reach';
import { auditVisit, patchVisit, requireState, requireVisit } from './visit-rows';

/** Somebody on site leaves; always possible, whatever the licence says. Errors: `visit.not_found`, `visit.state`. */
export function visitCheckOut({ db, announce }: Pick<UseCaseDeps, 'db' | 'announce'>) {
  return (actor: Actor, { id }: ParsedInput<'visits.checkOut'>): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      const found = requireVisit(tx, writingReach(tx, actor, 'visit.checkOut'), id);
      requireState(found, 'onSite', tx.now);
      patchVisit(tx, id, { checkedOutAt: tx.now });
      auditVisit(tx, 'visit.check_out', found, { state: { before: 'onSite', after: 'left' } });
      tx.afterCommit(() => announce({ kind: 'visits' }));
      return {};
    });
}
