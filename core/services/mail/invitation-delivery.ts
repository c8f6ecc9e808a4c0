import { reaches, siteScope } from '../../access/scope';
import type { ParsedInput, RequestOutput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import { readInvitation, siteIdsOfInvitation } from '../invitations/invitation-rows';
import { deliveryOf } from './message-rows';

/** How the mail of an invitation stands. Error: `invitation.not_found`, also when none of its sites is the reader's. */
export function invitationDelivery({ db }: Pick<ServiceDeps, 'db'>) {
  return (
    actor: Actor,
    { id }: ParsedInput<'invitations.delivery'>,
  ): RequestOutput<'invitations.delivery'> => {
    const invitation = readInvitation(db, id);
    if (invitation === undefined) throw new AppError('invitation.not_found');
    const scope = siteScope(actor.role, actor.siteIds);
    // An invitation back belongs to an inactive person, who is at no site.
    const siteIds = invitation.reactivatesUserId === null ? siteIdsOfInvitation(db, id) : [];
    if (scope.kind === 'sites' && !siteIds.some((siteId) => reaches(scope, siteId)))
      throw new AppError('invitation.not_found');
    return { mail: deliveryOf(db, id) };
  };
}
