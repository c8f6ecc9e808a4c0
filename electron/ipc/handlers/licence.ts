import type { licenceContract } from '../../../core/contract/licence';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function licenceHandlers({ licence }: Pick<Services, 'licence'>): HandlersOf<typeof licenceContract> {
  return {
    'licence.get': (_input, context) => licence.get(signedIn(context).actor),
    'licence.notice': () => licence.notice(),
    'licence.import': (input, context) => licence.import(signedIn(context).actor, input),
  };
}
