import type { RequestOutput } from '../../contract';
import type { Database } from '../../db/types';
import { graceEnd, licenceState, seatsRunOut } from '../../domain/licence';
import type { Clock } from '../../ports';
import { requireOrganisation } from '../organisation/organisation-rows';
import { countCheckIns, countOpenSites, countSeats, seatsGained } from './counts';
import type { InForce } from './in-force';

interface Deps {
  db: Database;
  clock: Clock;
  inForce: InForce;
}

/** What Settings → Licence shows. */
export function licenceView({ db, clock, inForce }: Deps) {
  return (): RequestOutput<'licence.get'> => {
    const now = clock.now();
    const { tier, limits, seats, validUntil } = inForce.terms();
    const organisation = requireOrganisation(db);
    const users = { used: countSeats(db, seats, now), limit: limits.users };
    const gained = seatsGained(db, seats, now);
    return {
      state: licenceState(validUntil, now),
      tier,
      licence: described(inForce),
      unreadable: inForce.unreadable(),
      seats,
      users,
      sites: { used: countOpenSites(db), limit: limits.sites },
      checkIns: { used: countCheckIns(db, now), limit: limits.checkInsPerMonth },
      seatsRunOutAt: gained === null ? null : seatsRunOut(users, gained, now),
      organisationId: organisation.id,
    };
  };
}

function described(inForce: InForce): RequestOutput<'licence.get'>['licence'] {
  const kept = inForce.licence();
  if (kept === null) return null;
  const { id, customer, validUntil } = kept.claims;
  return { id, customer, validUntil, graceUntil: graceEnd(validUntil), importedAt: kept.importedAt };
}

/** What every signed-in window says of it. */
export function licenceNotice({ clock, inForce }: Pick<Deps, 'clock' | 'inForce'>) {
  return (): RequestOutput<'licence.notice'> => {
    const { validUntil } = inForce.terms();
    const graceUntil = validUntil === null ? null : graceEnd(validUntil);
    return { state: licenceState(validUntil, clock.now()), validUntil, graceUntil };
  };
}
