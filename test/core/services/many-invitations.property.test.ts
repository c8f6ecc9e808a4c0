import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DecidedLine, PreviewLine } from '../../../core/contract/many-invitations';
import { parseEmail } from '../../../core/domain/email';
import { AppError, isAppError } from '../../../core/errors/app-error';
import type { Actor } from '../../../core/services/actor';
import { brokenEntry } from '../../support/audit-chain';
import { givenLicence } from '../../support/licence/development';
import { createDesk, type Desk, day } from './desk';
import { secure } from './settings';

/**
 * The preview of a list against the plainest model there is: what the single acts, one after the other, come to. And the
 * act itself, line by line as it was decided, comes to the same.
 */

interface World {
  desk: Desk;
  sam: Actor;
  siteIds: string[];
}

/** Everything an address can be, here and elsewhere. */
async function world(): Promise<World> {
  const desk = await createDesk();
  const siteIds = [desk.siteId, desk.site('North Gate'), desk.site('South Gate')];
  const [here = '', north = '', south = ''] = siteIds;
  secure(desk, { delegation: true });
  const invite = (email: string, role: 'member' | 'site_admin', sites: string[]) =>
    desk.services.invitations.create(desk.admin, { email, role, siteIds: sites });
  invite('expired-here@x.example', 'member', [here]);
  invite('expired-south@x.example', 'member', [south]);
  invite('expired-both@x.example', 'member', [here, south]);
  await desk.person({ email: 'active-here@x.example' });
  await desk.person({ email: 'active-south@x.example', siteIds: [south] });
  for (const email of ['inactive@x.example', 'returning@x.example', 'late@x.example']) {
    const id = await desk.person({ email });
    desk.services.users.deactivate(desk.admin, { id });
  }
  invite('late@x.example', 'member', [here]);
  desk.clock.advance(7 * day);
  desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
  invite('pending-here@x.example', 'member', [here]);
  invite('pending-north@x.example', 'member', [north]);
  invite('pending-lead@x.example', 'site_admin', [here]);
  invite('pending-both@x.example', 'member', [here, south]);
  invite('pending-south@x.example', 'member', [south]);
  invite('returning@x.example', 'member', [here]);
  const sam = await desk.actor({ email: 'sam@x.example', role: 'site_admin', siteIds: [here, north] });
  return { desk, sam, siteIds };
}

const address = fc.oneof(
  { weight: 3, arbitrary: fc.nat(3).map((n) => `new${n}@x.example`) },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(
        ...['expired-here', 'expired-south', 'expired-both', 'active-here', 'active-south'],
        ...['inactive', 'returning', 'late', 'pending-here', 'pending-north', 'pending-lead'],
        ...['pending-both', 'pending-south', 'sam'],
      )
      .map((name) => `${name}@x.example`),
  },
  fc.constantFrom('nobody', 'New0@X.example', ' PENDING-HERE@x.example', 'a b@x.example', ''),
);

const given = fc.record({
  delegated: fc.boolean(),
  role: fc.constantFrom<('tenant_admin' | 'site_admin' | 'member')[]>('member', 'site_admin', 'tenant_admin'),
  sites: fc.subarray([0, 1], { minLength: 1 }),
  addresses: fc.array(address, { minLength: 1, maxLength: 12 }),
  /** Seats beyond those taken; `null`: no limit. */
  room: fc.option(fc.nat(4)),
  states: fc.subarray(['active', 'invited', 'inactive'] as const, { minLength: 1 }),
  roles: fc.subarray(['member', 'site_admin', 'tenant_admin'] as const, { minLength: 1 }),
});
type Given = typeof given extends fc.Arbitrary<infer G> ? G : never;

async function prepared({ delegated, role, sites, room, states, roles }: Given) {
  const { desk, sam, siteIds } = await world();
  const seats = { states, roles };
  if (room !== null) {
    await givenLicence(desk, { limits: { users: 100 }, seats });
    const { used } = desk.services.licence.get(desk.admin).users;
    await givenLicence(desk, { limits: { users: used + room }, seats });
  }
  const access = delegated
    ? { role: 'member' as const, siteIds: sites.map((n) => siteIds[n] ?? '') }
    : { role, siteIds: role === 'tenant_admin' ? [] : sites.map((n) => siteIds[n] ?? '') };
  return { desk, actor: delegated ? sam : desk.admin, access };
}

type Outcome = PreviewLine['outcome'] | 'resend, expired';

const outcomeOf = (line: PreviewLine): Outcome =>
  line.outcome === 'resend' && line.expired ? 'resend, expired' : line.outcome;

/** What each line comes to when it is done by hand, in order. */
function byHand(
  desk: Desk,
  actor: Actor,
  access: { role: Given['role']; siteIds: string[] },
  addresses: readonly string[],
): Outcome[] {
  const { invitations } = desk.services;
  const seen = new Set<string>();
  const hadExpired = new Set(
    desk.db
      .statement<{ key: string }>(
        `select email_key as key from invitation where expires_at <= ${desk.clock.now()} and email is not null`,
      )
      .all()
      .map(({ key }) => key),
  );
  const refusalOf = (error: unknown): Outcome => {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'invitation.email_active') return 'alreadyActive';
    return error.code === 'licence.users' ? 'noSeat' : 'unavailable';
  };
  return addresses.map((email): Outcome => {
    const parsed = parseEmail(email);
    if (!parsed.ok) return 'invalid';
    const { key } = parsed.email;
    if (seen.has(key)) return 'duplicate';
    seen.add(key);
    try {
      const { reactivation } = invitations.create(actor, { email, ...access });
      if (reactivation) return 'reactivation';
      return hadExpired.has(key) ? 'resend, expired' : 'new';
    } catch (error) {
      if (!isAppError(error, 'invitation.already_pending')) return refusalOf(error);
      try {
        invitations.resend(actor, { id: error.data.invitationId });
        return 'resend';
      } catch (second) {
        return refusalOf(second);
      }
    }
  });
}

function decide(line: PreviewLine, email: string): DecidedLine[] {
  if (line.outcome === 'resend' && !line.expired) return [{ act: 'resend', invitationId: line.invitationId }];
  if (line.outcome === 'new' || line.outcome === 'resend')
    return [{ act: 'invite', email, reactivation: false }];
  return line.outcome === 'reactivation' ? [{ act: 'invite', email, reactivation: true }] : [];
}

it('says of each line what the single acts come to, and the act does what was said', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(given, async (wanted) => {
      const { addresses } = wanted;
      const { desk, actor, access } = await prepared(wanted);
      const preview = desk.services.invitations.preview(actor, { ...access, addresses });
      const lines = preview.lines.flatMap((line, n) => decide(line, addresses[n] ?? ''));
      if (lines.length > 0) {
        const done = desk.services.invitations.createSome(actor, { ...access, lines }).lines;
        expect(done.filter((line) => !line.ok)).toEqual([]);
      }
      expect(brokenEntry(desk.db)).toBeNull();

      const other = await prepared(wanted);
      const model = byHand(other.desk, other.actor, other.access, addresses);
      expect(preview.lines.map(outcomeOf)).toEqual(model);
      expect(preview.seats === null).toBe(!model.includes('noSeat'));
    }),
    { numRuns: 12 },
  );
});
