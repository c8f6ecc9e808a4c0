import type { invitationsContract } from '../../../core/contract/invitations';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function invitationsHandlers({
  invitations,
}: Pick<Services, 'invitations'>): HandlersOf<typeof invitationsContract> {
  return {
    'invitations.create': (input, context) => invitations.create(signedIn(context).actor, input),
    'invitations.resend': (input, context) => invitations.resend(signedIn(context).actor, input),
    'invitations.remove': (input, context) => invitations.remove(signedIn(context).actor, input),
    'invitations.lookUp': (input) => invitations.lookUp(input),
    'invitations.accept': (input) => invitations.accept(input),
  };
}
