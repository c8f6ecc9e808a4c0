import type { mailContract } from '../../../core/contract/mail';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function mailHandlers({ mail }: Pick<Services, 'mail'>): HandlersOf<typeof mailContract> {
  return {
    'mail.settings': () => mail.settings(),
    'mail.update': (input, context) => mail.update(signedIn(context).actor, input),
    'mail.remove': (input, context) => mail.remove(signedIn(context).actor, input),
    'mail.sendTest': (_input, context) => mail.sendTest(signedIn(context).actor),
    'mail.trust': (input, context) => mail.trust(signedIn(context).actor, input),
    'mail.status': () => mail.status(),
    'mail.outbox': (input) => mail.outbox(input),
    'mail.sendAll': (_input, context) => mail.sendAll(signedIn(context).actor),
  };
}
