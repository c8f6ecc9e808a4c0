import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { insertSite } from './site-rows';

/** Errors: `site.name_taken`. */
export function siteCreation({ db, announce }: Pick<UseCaseDeps, 'db' | 'announce'>) {
  return (actor: Actor, input: ParsedInput<'sites.create'>): { id: string } =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'site.create');
      const id = tx.newId();
      insertSite(tx, { id, name: input.name });
      tx.afterCommit(() => announce({ kind: 'sites' }));
      return { id };
    });
}
