import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../core/contract';
import { givenLicence } from '../../support/licence/development';
import { createDesk, type Desk, day, ownPassword, temporaryPassword } from './desk';
import { everything, refused } from './observe';

const tier = 'Pro';

/** A desk whose licence has that many seats; Ada has taken the first. */
async function withSeats(users: number | null, seats?: Parameters<typeof givenLicence>[1]) {
  const desk = await createDesk();
  await givenLicence(desk, { tier, limits: { users }, ...seats });
  return desk;
}

const used = (desk: Desk) => desk.services.licence.get(desk.admin).users.used;

function invite(desk: Desk, email: string, role: 'member' | 'tenant_admin' = 'member') {
  const siteIds = role === 'member' ? [desk.siteId] : [];
  return desk.services.invitations.create(desk.admin, { email, role, siteIds });
}

function accept(desk: Desk, secret: string, password = ownPassword) {
  return desk.services.invitations.accept({ secret, displayName: 'Bo Quist', password });
}

function reactivate(desk: Desk, id: string) {
  return desk.services.users.reactivate(desk.admin, {
    ...{ id, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword },
  });
}

function update(desk: Desk, id: string, change: Partial<RequestInput<'users.update'>>) {
  const { version, displayName } = desk.services.users.get(desk.admin, { id });
  const edit = { id, version, displayName, role: 'member' as const, siteIds: [desk.siteId], applyNow: false };
  return desk.services.users.update(desk.admin, { ...edit, currentPassword: null, ...change });
}

/** Refused for want of a seat, and nothing of it is left. */
async function refusedSeat(desk: Desk, act: () => unknown, taken: number, limit = taken) {
  const before = everything(desk.db);
  await refused(act, 'licence.users', { used: taken, limit, tier });
  expect(everything(desk.db)).toEqual(before);
}

function later(desk: Desk, ms: number) {
  desk.clock.advance(ms);
  desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
}

describe('the last seat', () => {
  it('is the 25th on Community', async () => {
    const desk = await createDesk();
    for (let n = 2; n <= 25; n += 1) await desk.person();
    await refused(() => desk.person(), 'licence.users', { used: 25, limit: 25, tier: 'Community' });
    expect(desk.services.licence.get(desk.admin).users).toEqual({ used: 25, limit: 25 });
  });

  it('can be given to a new account, the one after not', async () => {
    const desk = await withSeats(2);
    await desk.person();
    await refusedSeat(desk, () => desk.person(), 2);
  });

  it('can be held by an invitation; the next invitation and the next account find none', async () => {
    const desk = await withSeats(2);
    invite(desk, 'bo@marina.example');
    await refusedSeat(desk, () => invite(desk, 'cy@marina.example'), 2);
    await refusedSeat(desk, () => desk.person(), 2);
  });

  it('is held for the invited person until they accept', async () => {
    const desk = await withSeats(2);
    const { code } = invite(desk, 'bo@marina.example');
    await accept(desk, code);
    expect(used(desk)).toBe(2);
  });

  it('is free again the moment an invitation expires or is removed', async () => {
    const desk = await withSeats(2);
    const { id, expiresAt } = invite(desk, 'bo@marina.example');
    later(desk, expiresAt - desk.clock.now() - 1);
    await refusedSeat(desk, () => invite(desk, 'cy@marina.example'), 2);
    later(desk, 1);
    const other = invite(desk, 'cy@marina.example');
    desk.services.invitations.remove(desk.admin, { id: other.id });
    expect(used(desk)).toBe(1);
    desk.services.invitations.resend(desk.admin, { id });
    expect(used(desk)).toBe(2);
  });

  it('lets an expired invitation be sent again only while it is there, a pending one always', async () => {
    const desk = await withSeats(2);
    const { id } = invite(desk, 'bo@marina.example');
    desk.services.invitations.resend(desk.admin, { id });
    later(desk, 7 * day);
    await desk.person();
    await refusedSeat(desk, () => desk.services.invitations.resend(desk.admin, { id }), 2);
  });

  it('replaces an expired invitation to the same address without counting it', async () => {
    const desk = await withSeats(2);
    invite(desk, 'bo@marina.example');
    later(desk, 7 * day);
    invite(desk, 'bo@marina.example');
    expect(used(desk)).toBe(2);
  });

  it('goes from an invitation to the account made in its place', async () => {
    const desk = await withSeats(2);
    const { id: removeInvitationId } = invite(desk, 'bo@marina.example');
    await desk.services.users.create(desk.admin, {
      ...{ email: 'bo@marina.example', displayName: 'Bo', role: 'member' as const, siteIds: [desk.siteId] },
      ...{ password: ownPassword, mustChangePassword: false, removeInvitationId },
    });
    expect(used(desk)).toBe(2);
  });

  it('is free again after a deactivation and taken by a reactivation', async () => {
    const desk = await withSeats(2);
    const bo = await desk.person();
    desk.services.users.deactivate(desk.admin, { id: bo });
    expect(used(desk)).toBe(1);
    await desk.person();
    await refusedSeat(desk, () => reactivate(desk, bo), 2);
    await refusedSeat(desk, () => invite(desk, 'person1@marina.example'), 2);
  });

  it('goes from the invitation that brings somebody back to the person brought back', async () => {
    const desk = await withSeats(2);
    const bo = await desk.person({ email: 'bo@marina.example' });
    desk.services.users.deactivate(desk.admin, { id: bo });
    invite(desk, 'bo@marina.example');
    expect(used(desk)).toBe(2);
    await reactivate(desk, bo);
    expect(used(desk)).toBe(2);
  });

  it('goes to one of two who reach for it at once', async () => {
    const desk = await withSeats(2);
    const race = await Promise.allSettled([desk.person(), desk.person(), desk.person()]);
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(used(desk)).toBe(2);
  });
});

describe('a licence that counts', () => {
  it('administrators only is raised by a promotion, not by members', async () => {
    const desk = await withSeats(2, { seats: { roles: ['tenant_admin'], states: ['active', 'invited'] } });
    const [bo, cy] = [await desk.person(), await desk.person()];
    invite(desk, 'member@marina.example');
    expect(used(desk)).toBe(1);
    await update(desk, bo, { role: 'tenant_admin', siteIds: [] });
    await refusedSeat(desk, () => update(desk, cy, { role: 'tenant_admin', siteIds: [] }), 2);
    await refusedSeat(desk, () => desk.person({ role: 'tenant_admin' }), 2);
    await refusedSeat(desk, () => invite(desk, 'boss@marina.example', 'tenant_admin'), 2);
    await update(desk, cy, { displayName: 'Cy Renamed' });
  });

  it('no invitations asks at acceptance, and tells the invited person what to do', async () => {
    const desk = await withSeats(2, { seats: { roles: ['member', 'tenant_admin'], states: ['active'] } });
    const first = invite(desk, 'bo@marina.example');
    const second = invite(desk, 'cy@marina.example');
    expect(used(desk)).toBe(1);
    await accept(desk, first.code);
    await refused(() => accept(desk, second.code), 'invitation.no_seat');
    expect(used(desk)).toBe(2);
  });

  it('inactive accounts too gains nothing by a deactivation, and a way back costs no second seat', async () => {
    const desk = await withSeats(2, {
      seats: { roles: ['member', 'tenant_admin'], states: ['active', 'inactive', 'invited'] },
    });
    const bo = await desk.person({ email: 'bo@marina.example' });
    desk.services.users.deactivate(desk.admin, { id: bo });
    await refusedSeat(desk, () => desk.person(), 2);
    const { code } = invite(desk, 'bo@marina.example');
    expect(used(desk)).toBe(2);
    await accept(desk, code, 'nine silver bridges');
    expect(used(desk)).toBe(2);
    desk.services.users.deactivate(desk.admin, { id: bo });
    desk.services.users.delete(desk.admin, { id: bo });
    expect(used(desk)).toBe(1);
  });

  it('nothing is never reached', async () => {
    const desk = await withSeats(null);
    for (let n = 0; n < 30; n += 1) invite(desk, `guest${n}@marina.example`);
    expect(desk.services.licence.get(desk.admin).users).toEqual({ used: 31, limit: null });
  });
});

describe('a smaller licence', () => {
  it('locks nobody: only what would take another seat is refused', async () => {
    const desk = await withSeats(null);
    const [bo, cy] = [await desk.person({ email: 'bo@marina.example' }), await desk.person()];
    const { id, code } = invite(desk, 'di@marina.example');
    await givenLicence(desk, { tier, limits: { users: 2, sites: 0 } });
    expect(desk.services.licence.get(desk.admin).users).toEqual({ used: 4, limit: 2 });

    await expect(desk.signIn('bo@marina.example')).resolves.toMatchObject({ userId: bo });
    await update(desk, bo, { role: 'site_admin' });
    const resent = desk.services.invitations.resend(desk.admin, { id });
    expect(resent.code).not.toBe(code);
    await accept(desk, resent.code);
    await refusedSeat(desk, () => desk.person(), 4, 2);
    await refusedSeat(desk, () => invite(desk, 'ed@marina.example'), 4, 2);

    desk.services.users.deactivate(desk.admin, { id: cy });
    desk.services.users.deactivate(desk.admin, { id: bo });
    await refusedSeat(desk, () => reactivate(desk, cy), 2, 2);
    expect(desk.services.sites.list(desk.admin).sites).toHaveLength(1);
  });
});

describe('sites', () => {
  it('are five on Community; an archived one makes room', async () => {
    const desk = await createDesk();
    for (let n = 2; n <= 5; n += 1) desk.site(`Site ${n}`);
    const before = everything(desk.db);
    await refused(() => desk.site('One too many'), 'licence.sites', { used: 5, limit: 5, tier: 'Community' });
    expect(everything(desk.db)).toEqual(before);
    const last = desk.services.sites.list(desk.admin).sites.find(({ name }) => name === 'Site 5');
    desk.services.sites.archive(desk.admin, {
      ...{ id: last?.id ?? '', version: last?.version ?? 0, moveTo: null, invitations: 'remove' as const },
    });
    desk.site('In its place');
    expect(desk.services.licence.get(desk.admin).sites).toEqual({ used: 5, limit: 5 });
  });
});

describe('check-ins', () => {
  /** Somebody comes for a visit. */
  function comes(desk: Desk) {
    const { services, admin, siteId } = desk;
    const { id } = services.visits.register(admin, {
      ...{ siteId, visitorName: 'Vera Guest', hostId: admin.userId, company: null, visitorEmail: null },
      ...{ purpose: null, expectedArrivalAt: null, expectedDepartureAt: null },
    });
    services.visits.checkIn(admin, { id });
    return id;
  }

  it('are counted by the calendar month on the wall', async () => {
    const desk = await createDesk();
    const august = new Date(2027, 7, 1).getTime();
    later(desk, august - desk.clock.now() - 2);
    await givenLicence(desk, { tier, limits: { checkInsPerMonth: 2 } });
    comes(desk);
    desk.clock.advance(1);
    const gone = comes(desk);
    desk.services.visits.checkOut(desk.admin, { id: gone });
    await refused(() => comes(desk), 'licence.check_ins', { used: 2, limit: 2, tier });
    expect(desk.services.licence.get(desk.admin).checkIns).toEqual({ used: 2, limit: 2 });

    desk.clock.advance(1);
    expect(desk.clock.now()).toBe(august);
    expect(desk.services.licence.get(desk.admin).checkIns).toEqual({ used: 0, limit: 2 });
    comes(desk);
    comes(desk);
    await refused(() => comes(desk), 'licence.check_ins', { used: 2, limit: 2, tier });
  });

  it('leave registering, checking out and cancelling alone', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { tier, limits: { checkInsPerMonth: 1 } });
    const there = comes(desk);
    await refused(() => comes(desk), 'licence.check_ins');
    desk.services.visits.checkOut(desk.admin, { id: there });
  });
});

it('near the limit the rows decide, whatever a kept total says', async () => {
  const desk = await withSeats(2);
  await desk.person();
  // A total that has drifted: the list would say that nobody is there.
  desk.db.client.exec('update directory_count set entries = 0');
  await refusedSeat(desk, () => invite(desk, 'late@marina.example'), 2);
});

it('far from the limit an act isn’t held up by counting everybody, and is let through', async () => {
  const desk = await withSeats(5000);
  await desk.person();
  expect(invite(desk, 'early@marina.example').code).toBeDefined();
});
