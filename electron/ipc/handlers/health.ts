import type { healthContract } from '../../../core/contract/health';
import type { Health } from '../../health';
import type { HandlersOf } from '../request-context';

export function healthHandlers({ health }: { health: Health }): HandlersOf<typeof healthContract> {
  return {
    'health.status': () => health.status(),
  };
}
