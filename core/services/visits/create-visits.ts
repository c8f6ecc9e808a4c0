import type { UseCaseDeps } from '../deps';
import { visitCancellation } from './cancel-visit';
import { visitCheckIn } from './check-in';
import { visitCheckOut } from './check-out';
import { hostSearch } from './hosts';
import { visitRegistration } from './register-visit';
import { visitPage } from './visit-page';

/** The visitor log of each site: who is expected, who is here, who was. */
export function createVisits(deps: Pick<UseCaseDeps, 'db' | 'clock' | 'announce' | 'licence'>) {
  return {
    page: visitPage(deps),
    hosts: hostSearch(deps),
    register: visitRegistration(deps),
    checkIn: visitCheckIn(deps),
    checkOut: visitCheckOut(deps),
    cancel: visitCancellation(deps),
  };
}
