import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { insertSite } from './site-rows';

/** Errors: `site.name_taken`, `licence.sites`, `licence.read_only`. */
export function siteCreation({ db, announce, licence }: Pick<UseCaseDeps, 'db' | 'announce' | 'licence'>) {
  return (actor: Actor, input: ParsedInput<'sites.create'>): { id: string } =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'site.create');
      licence.requireWritable(tx);
      const id = tx.newId();
      insertSite(tx, { id, name: input.name });
      licence.requireSite(tx);
      tx.afterCommit(() => announce({ kind: 'sites' }));
      return { id };
    });
}
