import type { ParsedInput, RequestOutput } from '../../contract';
import { endOfLocalDay } from '../../domain/visit';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { requireOpenSite } from '../sites/site-rows';
import { requireEmail } from '../users/user-rows';
import { requireHost } from './hosts';
import { writingReach } from './reach';
import { auditVisit, insertVisit } from './visit-rows';

/**
 * Makes an expected visit. Errors: `site.not_found`, `site.archived`, `visit.host_unknown`, `visit.times_reversed`,
 * `visit.departure_past`, `email.invalid`, `licence.read_only`.
 */
export function visitRegistration({
  db,
  announce,
  licence,
}: Pick<UseCaseDeps, 'db' | 'announce' | 'licence'>) {
  return (actor: Actor, input: ParsedInput<'visits.register'>): RequestOutput<'visits.register'> =>
    db.write(actor.userId, (tx) => {
      const reach = writingReach(tx, actor, 'visit.register');
      licence.requireWritable(tx);
      requireOpenSite(tx, reach.scope, input.siteId);
      const host = requireHost(tx, reach, input.siteId, input.hostId);
      const times = stay(input, tx.now);
      const about = {
        company: textOrNull(input.company),
        visitorEmail: input.visitorEmail === null ? null : requireEmail(input.visitorEmail).address,
        purpose: textOrNull(input.purpose),
      };
      const row = {
        id: tx.newId(),
        siteId: input.siteId,
        visitorName: input.visitorName,
        hostId: host.id,
        hostName: host.displayName,
        registeredBy: actor.userId,
        ...about,
        ...times,
      };
      insertVisit(tx, row);
      const told = Object.entries(about).map(([field, value]) => [
        field,
        value === null ? null : personal(row.id, value),
      ]);
      auditVisit(tx, 'visit.register', row, { ...Object.fromEntries(told), ...times });
      tx.afterCommit(() => announce({ kind: 'visits' }));
      return { id: row.id };
    });
}

/** Left out: from now until the end of the local day of the arrival. Errors: `visit.times_reversed`, `visit.departure_past`. */
function stay(
  given: Pick<ParsedInput<'visits.register'>, 'expectedArrivalAt' | 'expectedDepartureAt'>,
  now: number,
): { expectedArrivalAt: number; expectedDepartureAt: number } {
  const expectedArrivalAt = given.expectedArrivalAt ?? now;
  const expectedDepartureAt = given.expectedDepartureAt ?? endOfLocalDay(expectedArrivalAt);
  if (expectedDepartureAt <= expectedArrivalAt) throw new AppError('visit.times_reversed');
  if (expectedDepartureAt <= now) throw new AppError('visit.departure_past');
  return { expectedArrivalAt, expectedDepartureAt };
}

/** The contract has trimmed it. */
function textOrNull(text: string | null): string | null {
  return text === '' ? null : text;
}
