import type { organisationContract } from '../../../core/contract/organisation';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function organisationHandlers({
  organisation,
}: Pick<Services, 'organisation'>): HandlersOf<typeof organisationContract> {
  return {
    'organisation.get': (_input, context) => organisation.get(signedIn(context).actor),
    'organisation.update': (input, context) => organisation.update(signedIn(context).actor, input),
    'organisation.twoRolesPreview': (_input, context) =>
      organisation.twoRolesPreview(signedIn(context).actor),
  };
}
