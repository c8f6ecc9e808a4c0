import { describe, expect, it } from 'vitest';
import { countCheckIns, countSeats } from '../../../core/services/licence/counts';
import { givenUser } from '../../support/builders';
import { givenLicence } from '../../support/licence/development';
import { createDesk, type Desk, day, ownPassword, temporaryPassword } from './desk';
import { refused } from './observe';

const state = (desk: Desk) => desk.services.licence.notice().state;

/** The clock stands at that moment, and the administrator is signed in anew. */
function at(desk: Desk, moment: number) {
  desk.clock.set(moment);
  desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
}

/** A desk whose licence ends ten days from now. */
async function endingDesk() {
  const desk = await createDesk();
  const validUntil = desk.clock.now() + 10 * day;
  await givenLicence(desk, { validUntil });
  return { desk, validUntil, graceUntil: validUntil + 30 * day };
}

function invite(desk: Desk, email: string) {
  return desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [desk.siteId] });
}

function register(desk: Desk) {
  const { services, admin, siteId } = desk;
  return services.visits.register(admin, {
    ...{ siteId, visitorName: 'Vera Guest', hostId: admin.userId, company: null, visitorEmail: null },
    ...{ purpose: null, expectedArrivalAt: null, expectedDepartureAt: null },
  });
}

describe('when a licence ends', () => {
  it('everything goes on for 30 days, with a notice for whoever is signed in', async () => {
    const { desk, validUntil, graceUntil } = await endingDesk();
    at(desk, validUntil - 1);
    expect(desk.services.licence.notice()).toEqual({ state: 'active', validUntil, graceUntil });
    at(desk, validUntil);
    expect(desk.services.licence.notice()).toEqual({ state: 'grace', validUntil, graceUntil });
    at(desk, graceUntil - 1);
    expect(state(desk)).toBe('grace');
    await desk.person();
    invite(desk, 'bo@marina.example');
    desk.site('North Gate');
  });

  it('nothing new can be made from the end of those on', async () => {
    const { desk, validUntil, graceUntil } = await endingDesk();
    const gone = await desk.person({ email: 'gone@marina.example' });
    desk.services.users.deactivate(desk.admin, { id: gone });
    at(desk, graceUntil - 1);
    const { id, code } = invite(desk, 'bo@marina.example');
    const visit = register(desk);
    at(desk, graceUntil);
    expect(state(desk)).toBe('readOnly');

    const { users, invitations, visits, sites } = desk.services;
    const back = { id: gone, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword };
    const person = { displayName: 'Bo Quist', password: ownPassword };
    for (const act of [
      () => desk.person(),
      () => invite(desk, 'cy@marina.example'),
      () => invitations.resend(desk.admin, { id }),
      () => invitations.accept({ secret: code, ...person }),
      () => users.reactivate(desk.admin, back),
      () => sites.create(desk.admin, { name: 'North Gate' }),
      () => register(desk),
      () => visits.checkIn(desk.admin, visit),
    ]) {
      await refused(act, 'licence.read_only', { validUntil });
    }
  });

  it('people still sign in, are looked after, and the desk can be cleared', async () => {
    const { desk, graceUntil } = await endingDesk();
    const [bo, cy] = [await desk.person({ email: 'bo@marina.example' }), await desk.person()];
    at(desk, graceUntil - 1);
    const invitation = invite(desk, 'di@marina.example');
    const [here, due] = [register(desk), register(desk)];
    desk.services.visits.checkIn(desk.admin, here);
    at(desk, graceUntil);

    const { users, invitations, visits, directory, licence } = desk.services;
    await expect(desk.signIn('bo@marina.example')).resolves.toMatchObject({ userId: bo });
    await users.resetPassword(desk.admin, { id: bo, password: temporaryPassword });
    users.deactivate(desk.admin, { id: bo });
    users.delete(desk.admin, { id: cy });
    invitations.remove(desk.admin, { id: invitation.id });
    visits.checkOut(desk.admin, here);
    visits.cancel(desk.admin, due);
    expect(directory.statistics(desk.admin).users).toMatchObject({ total: 2, inactive: 1 });
    expect(licence.get(desk.admin)).toMatchObject({ state: 'readOnly', users: { used: 1 } });
  });

  it('a new one opens everything again', async () => {
    const { desk, graceUntil } = await endingDesk();
    at(desk, graceUntil + 100 * day);
    await refused(() => desk.person(), 'licence.read_only');
    await givenLicence(desk, { validUntil: desk.clock.now() + day });
    expect(state(desk)).toBe('active');
    await desk.person();
  });

  it('windows are told once at each step, by the clock alone', async () => {
    const { desk, validUntil, graceUntil } = await endingDesk();
    const { due } = desk.services;
    const told = (moment: number) => {
      desk.clock.set(moment);
      desk.announced.length = 0;
      due.run();
      due.run();
      return desk.announced.filter(({ kind }) => kind === 'licence').length;
    };
    expect([validUntil - 1, validUntil, validUntil + day, graceUntil, graceUntil + 1].map(told)).toEqual([
      0, 1, 0, 1, 0,
    ]);
  });
});

describe('when the seats run out', () => {
  it('goes by who came and left in the last 90 days', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { limits: { users: 29 } });
    expect(desk.services.licence.get(desk.admin).seatsRunOutAt).toBeNull();

    at(desk, desk.clock.now() + 200 * day);
    const early = await desk.person();
    at(desk, desk.clock.now() + 100 * day);
    for (let n = 0; n < 12; n += 1) givenUser(desk.db, { siteIds: [desk.siteId] });
    const brief = await desk.person();
    desk.services.users.deactivate(desk.admin, { id: early });
    desk.services.users.delete(desk.admin, { id: brief });
    const now = desk.clock.now() + 9 * day;
    at(desk, now);
    // 12 came and stayed, one of the earlier ones left: 11 in 90 days; 13 are here, 16 seats are left.
    const { users, seatsRunOutAt } = desk.services.licence.get(desk.admin);
    expect(users).toEqual({ used: 13, limit: 29 });
    expect(seatsRunOutAt).toBe(now + Math.round((16 / 11) * 90 * day));

    await givenLicence(desk, {
      seats: { roles: ['tenant_admin'], states: ['active'] },
      limits: { users: 9 },
    });
    expect(desk.services.licence.get(desk.admin).seatsRunOutAt).toBeNull();
  });
});

describe('counting', () => {
  it('walks indexes, never the tables of people, invitations and visits', async () => {
    const desk = await createDesk();
    const plans: string[] = [];
    const watched = {
      orm: desk.db.orm,
      column: () => ({ all: () => [] }),
      statement<Row>(sql: string) {
        return {
          get: (...parameters: never[]) => {
            const steps = desk.db.client.prepare(`explain query plan ${sql}`).all(...parameters);
            plans.push(...(steps as { detail: string }[]).map((step) => step.detail));
            return desk.db.statement<Row>(sql).get(...parameters);
          },
          all: () => [],
        };
      },
    };
    countSeats(watched, { roles: ['member'], states: ['active', 'invited'] }, desk.clock.now());
    countCheckIns(watched, desk.clock.now());
    expect(plans.filter((step) => / (user|i|visit) /.test(step))).toEqual([
      expect.stringContaining('SEARCH user USING COVERING INDEX user_by_status_role'),
      expect.stringContaining('SCAN i USING INDEX invitation_live_email'),
      expect.stringContaining('SEARCH visit USING COVERING INDEX visit_by_check_in'),
    ]);
  });
});
