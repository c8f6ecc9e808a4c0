import type { UseCaseDeps } from './deps';
import type { LicenceService } from './licence/create-licence';
import { endDatesDue, lastAdminStays } from './users/end-dates-due';
import { visitExpiry } from './visits/visit-expiry';
import { visitRetention } from './visits/visit-retention';

export interface DueWork {
  /**
   * Does what has come due: called on every tick, and once at start before anybody can sign in. One part that fails keeps
   * no other from running; the first failure is thrown when all have run.
   * @param lasting `false` while the clock can't be believed: nothing is done then that can't be undone.
   */
  run(options?: { lasting: boolean }): void;
}

/** Work that time alone makes necessary. Each part asks cheaply whether there is anything to do. */
export function createDueWork(deps: UseCaseDeps, licence: Pick<LicenceService, 'timePasses'>): DueWork {
  // Whose end date has come is refused everywhere already; erasing and detaching can wait for a clock that is right.
  const lasting = [endDatesDue(deps), visitRetention(deps)];
  const always = [lastAdminStays(deps), visitExpiry(deps), licence.timePasses];
  return {
    run(options = { lasting: true }) {
      const failures: unknown[] = [];
      for (const part of options.lasting ? [...always, ...lasting] : always) {
        try {
          part();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
