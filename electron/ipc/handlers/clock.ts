import type { clockContract } from '../../../core/contract/clock';
import type { ClockService } from '../../../core/services/clock/create-clock-service';
import { type HandlersOf, signedIn } from '../request-context';

export function clockHandlers({ clock }: { clock: ClockService }): HandlersOf<typeof clockContract> {
  return {
    'clock.status': () => clock.status(),
    'clock.confirm': (_input, context) => clock.confirm(signedIn(context).actor),
  };
}
