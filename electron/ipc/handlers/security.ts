import type { securityContract } from '../../../core/contract/security';
import type { Services } from '../../../core/services/create-services';
import type { LockableKeyStore } from '../../platform/key-store/create-key-store';
import { type HandlersOf, signedIn } from '../request-context';

interface Parts {
  keyStore: LockableKeyStore;
  databasePath: string;
  organisation: Pick<Services['organisation'], 'updateSecurity'>;
}

export function securityHandlers({
  keyStore,
  databasePath,
  organisation,
}: Parts): HandlersOf<typeof securityContract> {
  return {
    'security.status': () => ({
      keyStore: keyStore.kind,
      passphrase: keyStore.hasPassphrase(),
      databasePath,
    }),
    'security.update': (input, context) => organisation.updateSecurity(signedIn(context).actor, input),
  };
}
