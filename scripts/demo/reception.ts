import type { Actor } from '../../core/services/actor';
import type { VisitAct } from './acts';
import type { LookUp } from './look-up';
import type { DemoServices } from './services';

/** Visitors come and go through the service: so a demo's visits keep every rule, the licence's too. */
export function createReception({
  services: { visits },
  idOf,
}: {
  services: Pick<DemoServices, 'visits'>;
  idOf: LookUp;
}) {
  const ids = new Map<number, string>();

  function registered(n: number): { id: string } {
    const id = ids.get(n);
    if (id === undefined) throw new Error(`Visit ${n} was never registered`);
    return { id };
  }

  return function receive(actor: Actor, act: VisitAct): void {
    switch (act.kind) {
      case 'register': {
        const { n, site, host, arrival, departure, ...about } = act.visit;
        const where = { siteId: idOf.site(site), hostId: idOf.user(host) };
        const times = { expectedArrivalAt: arrival, expectedDepartureAt: departure };
        ids.set(n, visits.register(actor, { ...where, ...about, ...times }).id);
        return;
      }
      case 'checkIn':
        visits.checkIn(actor, registered(act.n));
        return;
      case 'checkOut':
        visits.checkOut(actor, registered(act.n));
        return;
      case 'cancelVisit':
        visits.cancel(actor, registered(act.n));
    }
  };
}
