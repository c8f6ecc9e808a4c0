import type { securityContract } from '../../../core/contract/security';
import type { KeyStore } from '../../../core/ports';
import type { HandlersOf } from '../request-context';

export function securityHandlers(
  keyStore: KeyStore['kind'],
  databasePath: string,
): HandlersOf<typeof securityContract> {
  return {
    'security.status': () => ({ keyStore, databasePath }),
  };
}
