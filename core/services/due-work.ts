import type { UseCaseDeps } from './deps';
import type { LicenceService } from './licence/create-licence';
import { endDatesDue } from './users/end-dates-due';
import { visitExpiry } from './visits/visit-expiry';
import { visitRetention } from './visits/visit-retention';

export interface DueWork {
  /** Does what has come due by the wall clock: called on every tick, and once at start before anybody can sign in. */
  run(): void;
}

/** Work that time alone makes necessary. Each part asks cheaply whether there is anything to do. */
export function createDueWork(deps: UseCaseDeps, licence: Pick<LicenceService, 'timePasses'>): DueWork {
  const parts = [endDatesDue(deps), visitRetention(deps), visitExpiry(deps), licence.timePasses];
  return {
    run() {
      for (const part of parts) part();
    },
  };
}
