import type { UseCaseDeps } from './deps';
import type { LicenceService } from './licence/create-licence';
import type { MailService } from './mail/create-mail';
import { endDatesDue, lastAdminStays } from './users/end-dates-due';
import { visitExpiry } from './visits/visit-expiry';
import { visitRetention } from './visits/visit-retention';

export interface DueWork {
  /**
   * Does what has come due: called on every tick, and once at start before anybody can sign in. One part that fails keeps
   * no other from running; the first failure is thrown when all have run.
   */
  run(): void;
}

/** Work that time alone makes necessary. Each part asks cheaply whether there is anything to do. */
export function createDueWork(
  deps: UseCaseDeps,
  { licence, mail }: { licence: Pick<LicenceService, 'timePasses'>; mail: Pick<MailService, 'due'> },
): DueWork {
  const parts = [
    lastAdminStays(deps),
    endDatesDue(deps),
    visitRetention(deps),
    visitExpiry(deps),
    licence.timePasses,
    ...mail.due,
  ];
  return {
    run() {
      const failures: unknown[] = [];
      for (const part of parts) {
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
