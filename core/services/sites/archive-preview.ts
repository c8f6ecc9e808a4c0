import { siteScope } from '../../access/scope';
import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { liveInvitationsOfSite } from '../invitations/invitation-rows';
import { isLastOpen, peopleOf } from './archive-effects';
import { requireOpenSite } from './site-rows';

const namesShown = 5;

/** What archiving would touch. Errors: `site.not_found`, `site.archived`. */
export function archivePreview({ db }: Pick<UseCaseDeps, 'db'>) {
  return (
    actor: Actor,
    { id }: ParsedInput<'sites.archivePreview'>,
  ): RequestOutput<'sites.archivePreview'> => {
    requireOpenSite(db, siteScope(actor.role, actor.siteIds), id);
    const stranded = peopleOf(db, id, { onlySite: true });
    return {
      onlySiteOf: stranded.length,
      names: stranded.slice(0, namesShown).map((person) => person.displayName),
      invitations: liveInvitationsOfSite(db, id).length,
      lastOpen: isLastOpen(db, id),
    };
  };
}
