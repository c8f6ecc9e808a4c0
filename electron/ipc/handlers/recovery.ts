import type { recoveryContract } from '../../../core/contract/recovery';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function recoveryHandlers({
  recovery,
}: Pick<Services, 'recovery'>): HandlersOf<typeof recoveryContract> {
  return {
    'recovery.status': (_input, context) => recovery.status(signedIn(context).actor),
    'recovery.renew': (_input, context) => recovery.renew(signedIn(context).actor),
    'recovery.confirm': (input, context) => recovery.confirm(signedIn(context).actor, input),
    'recovery.use': (input) => recovery.use(input),
  };
}
