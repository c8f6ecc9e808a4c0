import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTrustedClock } from '../../../core/services/clock/trusted-clock';
import { createDesk, type Desk, hour, ownPassword } from './desk';
import { refused } from './observe';

const email = 'bo@marina.example';

function invite(desk: Desk) {
  return desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [desk.siteId] });
}

function accept(desk: Desk, secret: string) {
  return desk.services.invitations.accept({ secret, displayName: 'Bo Ek', password: ownPassword });
}

/** What list and cards of the Users page say at this moment. */
function told(desk: Desk) {
  const { list, statistics } = desk.services.directory.page(desk.admin, {
    query: { ...{ kind: 'all', search: email, status: null, role: null, siteId: null }, ...byEmail },
    limit: 10,
  });
  return {
    status: list.rows[0]?.status,
    pending: statistics.pending.total,
    expired: statistics.invitations.expired,
  };
}
const byEmail = { sort: 'email', direction: 'asc' } as const;

const pending = { status: 'pending', pending: 1, expired: 0 };
const expired = { status: 'expired', pending: 0, expired: 1 };

/** Pending for 168 hours to the millisecond, by every way an invitation is asked for. */
async function expectExactly168Hours(desk: Desk, sentAt: number, ready: ReturnType<typeof invite>) {
  expect(ready.expiresAt).toBe(sentAt + 168 * hour);
  desk.clock.set(sentAt + 168 * hour - 1);
  expect(told(desk)).toEqual(pending);
  expect(desk.services.invitations.lookUp({ secret: ready.code }).email).toBe(email);
  for (const after of [0, 1]) {
    desk.clock.set(sentAt + 168 * hour + after);
    expect(told(desk)).toEqual(expired);
    await refused(() => desk.services.invitations.lookUp({ secret: ready.link }), 'invitation.expired');
    await refused(() => accept(desk, ready.code), 'invitation.expired');
  }
  desk.clock.set(sentAt + 168 * hour - 1);
  await expect(accept(desk, ready.code)).resolves.toEqual({ email });
}

afterEach(() => vi.unstubAllEnvs());

describe('an invitation is good for exactly 168 hours', () => {
  it('one millisecond before, at, and one after', async () => {
    const desk = await createDesk();
    await expectExactly168Hours(desk, desk.clock.now(), invite(desk));
  });

  it('from the moment it was sent again', async () => {
    const desk = await createDesk();
    const { id } = invite(desk);
    desk.clock.advance(100 * hour);
    desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
    const ready = desk.services.invitations.resend(desk.admin, { id });
    await expectExactly168Hours(desk, desk.clock.now(), ready);
  });

  it.each([
    ['summer time begins in Berlin, the local week is an hour short', 'Europe/Berlin', [2027, 2, 25, 23], +1],
    ['summer time ends in Berlin, the local week is an hour long', 'Europe/Berlin', [2027, 9, 28, 23], -1],
    ['summer time begins on Lord Howe, by half an hour', 'Australia/Lord_Howe', [2027, 9, 1, 23], +0.5],
    ['summer time ends in New York', 'America/New_York', [2027, 10, 4, 23], -1],
  ] as const)('also when %s', async (_name, zone, [year, month, day, hours], shift) => {
    vi.stubEnv('TZ', zone);
    const sentAt = new Date(year, month, day, hours).getTime();
    const wallClockLater = new Date(year, month, day + 7, hours).getTime();
    expect(wallClockLater - sentAt).toBe((168 - shift) * hour);
    const desk = await createDesk();
    desk.clock.set(sentAt);
    desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
    await expectExactly168Hours(desk, sentAt, invite(desk));
  });
});

describe('a clock that is set back', () => {
  it('revives nothing, neither in the run nor after a restart that remembers', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    // The desk's clock goes by what the trusted clock makes of the wall.
    const wall = { at: desk.clock.now(), now: () => wall.at };
    const trusted = createTrustedClock({ wall, elapsed: () => 0 });
    const look = () => desk.clock.set(trusted.now());

    wall.at = ready.expiresAt - 1;
    look();
    expect(told(desk)).toEqual(pending);
    wall.at = ready.expiresAt;
    look();
    wall.at = ready.expiresAt - 8 * 24 * hour;
    look();
    expect(told(desk)).toEqual(expired);
    await refused(() => accept(desk, ready.code), 'invitation.expired');

    const next = createTrustedClock({ wall, elapsed: () => 0 });
    next.remember(trusted.highWater());
    desk.clock.set(next.now());
    const restarted = desk.restart();
    expect(told(restarted)).toEqual(expired);
    await refused(() => accept(restarted, ready.code), 'invitation.expired');
  });

  it('gives an invitation sent meanwhile its 168 hours from the latest moment known', async () => {
    const desk = await createDesk();
    const latest = desk.clock.now() + 48 * hour;
    const wall = { at: latest, now: () => wall.at };
    const trusted = createTrustedClock({ wall, elapsed: () => 0 });
    wall.at = latest - 30 * 24 * hour;
    desk.clock.set(trusted.now());
    expect(desk.clock.now()).toBe(latest);
    desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
    await expectExactly168Hours(desk, latest, invite(desk));
  });
});
