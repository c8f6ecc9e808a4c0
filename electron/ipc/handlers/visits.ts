import type { visitsContract } from '../../../core/contract/visits';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function visitsHandlers({ visits }: Pick<Services, 'visits'>): HandlersOf<typeof visitsContract> {
  return {
    'visits.page': (input, context) => visits.page(signedIn(context).actor, input),
    'visits.hosts': (input, context) => visits.hosts(signedIn(context).actor, input),
    'visits.register': (input, context) => visits.register(signedIn(context).actor, input),
    'visits.checkIn': (input, context) => visits.checkIn(signedIn(context).actor, input),
    'visits.checkOut': (input, context) => visits.checkOut(signedIn(context).actor, input),
    'visits.cancel': (input, context) => visits.cancel(signedIn(context).actor, input),
  };
}
