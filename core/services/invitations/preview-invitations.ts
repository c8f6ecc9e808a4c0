import { siteScope } from '../../access/scope';
import type { ParsedInput, RequestOutput } from '../../contract';
import type { PreviewLine } from '../../contract/many-invitations';
import type { ReadDb } from '../../db/types';
import { type EmailResult, parseEmail } from '../../domain/email';
import { type AppError, isAppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { type Entitled, requireGivable, requireKnowable, requireReach } from '../entitlement';
import type { SeatMeter } from '../licence/gate';
import { requireOrganisation } from '../organisation/organisation-rows';
import { sitesByIds } from '../sites/site-rows';
import { type Assignment, requireAssignment } from '../users/assignment';
import { type KnownInvitation, type KnownPerson, knownAddresses } from './known-addresses';

type Preview = RequestOutput<'invitations.preview'>;

/**
 * What would come of each line of a list, were it sent now: what `makeInvitation` and `renewInvitation` would do or refuse,
 * with seats counted down in the order of the lines. Reads only, in three queries; it follows the grant, and the act itself
 * asks everything anew. Errors: `role.*`, `site.*`, `access.denied`, `licence.read_only`.
 */
export function invitationPreview({ db, clock, licence }: Pick<UseCaseDeps, 'db' | 'clock' | 'licence'>) {
  return (actor: Actor, input: ParsedInput<'invitations.preview'>): Preview => {
    const scope = siteScope(actor.role, actor.siteIds);
    const reader: Entitled = { scope, storedRole: actor.role };
    requireGivable(reader, input.role, 'invitation.create');
    licence.requireWritable(db);
    const assignment = requireAssignment(db, requireOrganisation(db).roleModel, scope, input);
    const lines = input.addresses.map(parseEmail);
    const meter = licence.seatMeter(db, lines.length);
    return outcomes(db, lines, { reader, assignment, meter, now: clock.now() });
  };
}

interface Given {
  reader: Entitled;
  assignment: Assignment;
  meter: SeatMeter;
  now: number;
}

function outcomes(db: ReadDb, lines: readonly EmailResult[], given: Given): Preview {
  const keys = lines.flatMap((line) => (line.ok ? [line.email.key] : []));
  const known = knownAddresses(db, [...new Set(keys)]);
  const siteName = namesOf(db, known.invitations);
  const first = new Map<string, number>();
  let seats: Preview['seats'] = null;

  const outcome = (line: EmailResult, index: number): PreviewLine => {
    if (!line.ok) return { outcome: 'invalid', problem: line.problem };
    const { key } = line.email;
    const of = first.get(key);
    if (of !== undefined) return { outcome: 'duplicate', of };
    first.set(key, index);
    try {
      return decided(known.people.get(key), known.invitations.get(key), given, siteName);
    } catch (error) {
      if (isAppError(error, 'licence.users')) {
        seats = { ...error.data, used: given.meter.counted };
        return { outcome: 'noSeat' };
      }
      if (isOutOfReach(error)) return { outcome: 'unavailable' };
      throw error;
    }
  };
  return { lines: lines.map(outcome), seats };
}

/** Errors: `licence.users`, and those of `isOutOfReach`. */
function decided(
  person: KnownPerson | undefined,
  invitation: KnownInvitation | undefined,
  { reader, assignment, meter, now }: Given,
  siteName: (id: string) => string,
): PreviewLine {
  if (person !== undefined) requireKnowable(reader, person.siteIds);
  if (person?.status === 'active')
    return {
      outcome: 'alreadyActive',
      userId: person.id,
      email: person.email,
      displayName: person.displayName,
    };
  if (invitation !== undefined) requireInvited(reader, invitation);
  const pending = invitation !== undefined && now < invitation.expiresAt;
  const { role } = assignment;
  if (!pending)
    meter.take({ role, state: 'invited' }, person === undefined ? null : { role, state: 'inactive' });
  if (invitation !== undefined && (pending || person === undefined))
    return {
      outcome: 'resend',
      invitationId: invitation.id,
      email: invitation.email,
      expired: !pending,
      role: invitation.role,
      siteNames: invitation.siteIds.map(siteName).sort(),
      differs: differs(invitation, assignment),
    };
  if (person === undefined) return { outcome: 'new' };
  return { outcome: 'reactivation', email: person.email, displayName: person.displayName };
}

function requireInvited(
  reader: Entitled,
  { email, role, siteIds, reactivatesUserId }: KnownInvitation,
): void {
  requireKnowable(reader, siteIds);
  requireReach(reader, { displayName: email, role, siteIds: reactivatesUserId === null ? siteIds : [] });
}

function isOutOfReach(error: unknown): error is AppError {
  return (
    isAppError(error, 'user.address_unavailable') ||
    isAppError(error, 'user.beyond_delegation') ||
    isAppError(error, 'user.not_found')
  );
}

function differs({ role, siteIds }: KnownInvitation, { role: wanted, sites }: Assignment): boolean {
  const held = new Set(siteIds);
  return role !== wanted || held.size !== sites.length || sites.some((site) => !held.has(site.id));
}

function namesOf(db: ReadDb, invitations: ReadonlyMap<string, KnownInvitation>): (id: string) => string {
  const ids = new Set([...invitations.values()].flatMap((invitation) => invitation.siteIds));
  const names = new Map(sitesByIds(db, [...ids]).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}
