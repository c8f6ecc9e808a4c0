import { siteScope } from '../../access/scope';
import type { ParsedInput } from '../../contract';
import { fold } from '../../domain/text';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { readSite, requireFreeName, requireOpenSite } from './site-rows';

/** Errors: `site.not_found`, `site.archived`, `site.changed_meanwhile`, `site.name_taken`. */
export function siteRenaming({
  db,
  directory,
  announce,
}: Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>) {
  return (actor: Actor, input: ParsedInput<'sites.rename'>): { version: number } =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'site.update');
      const before = requireOpenSite(tx, siteScope(actor.role, actor.siteIds), input.id);
      if (before.version !== input.version)
        throw new AppError('site.changed_meanwhile', { name: before.name });
      if (before.name === input.name) return { version: before.version };
      requireFreeName(tx, input.name, input.id);
      tx.update('site', input.id, { name: input.name, nameKey: fold(input.name) });
      tx.audit({
        action: 'site.rename',
        subject: { type: 'site', id: input.id },
        siteId: input.id,
        data: { name: { before: before.name, after: input.name } },
      });
      directory.refreshSite(tx, input.id);
      tx.afterCommit(() => {
        announce({ kind: 'sites' });
        announce({ kind: 'directory' });
      });
      return { version: readSite(tx, input.id)?.version ?? input.version };
    });
}
