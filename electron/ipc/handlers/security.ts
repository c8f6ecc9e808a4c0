import type { securityContract } from '../../../core/contract/security';
import type { KeyStore } from '../../../core/ports';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

interface Parts {
  keyStore: KeyStore['kind'];
  databasePath: string;
  organisation: Pick<Services['organisation'], 'updateSecurity'>;
}

export function securityHandlers({
  keyStore,
  databasePath,
  organisation,
}: Parts): HandlersOf<typeof securityContract> {
  return {
    'security.status': () => ({ keyStore, databasePath }),
    'security.update': (input, context) => organisation.updateSecurity(signedIn(context).actor, input),
  };
}
