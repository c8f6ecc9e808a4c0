import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../../core/services/actor';
import { givenInvitation } from '../../support/builders';
import { createDesk, type Desk, day, hour, ownPassword } from './desk';

/** Time passes; the administrator is still signed in afterwards. */
function moveTo(desk: Desk, at: number): void {
  desk.clock.set(at);
  desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
}

let invited = 0;
function invite(desk: Desk, email = `new${++invited}@marina.example`, siteId = desk.siteId) {
  return desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [siteId] });
}

const accept = (desk: Desk, { code }: { code: string }) =>
  desk.services.invitations.accept({ secret: code, displayName: 'Nia Neu', password: ownPassword });

/** Sent, accepted, pending, expired of each of the last weeks that had any, by its Monday. */
function weeks(desk: Desk, actor: Actor = desk.admin): Record<string, string> {
  const found = desk.services.directory.overTime(actor).weeks;
  expect(found).toHaveLength(12);
  const said = found.map(({ startsAt, accepted, pending, expired }) => [
    new Date(startsAt).toDateString().slice(4, 10),
    `${accepted} ${pending} ${expired}`,
  ]);
  return Object.fromEntries(said.filter(([, counts]) => counts !== '0 0 0'));
}

describe('invitations over time', () => {
  it('stand in the week they were sent in, as what they are now', async () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const desk = await createDesk();
    moveTo(desk, Date.UTC(2026, 11, 27, 22, 59));
    const accepted = invite(desk);
    invite(desk);
    moveTo(desk, Date.UTC(2026, 11, 27, 23, 0));
    const other = invite(desk);
    await accept(desk, accepted);
    expect(weeks(desk)).toEqual({ 'Dec 21': '1 1 0', 'Dec 28': '0 1 0' });

    moveTo(desk, Date.UTC(2027, 0, 3, 22, 59));
    expect(weeks(desk)).toEqual({ 'Dec 21': '1 0 1', 'Dec 28': '0 1 0' });
    await accept(desk, other);
    moveTo(desk, Date.UTC(2027, 0, 4, 9));
    invite(desk);
    expect(weeks(desk)).toEqual({ 'Dec 21': '1 0 1', 'Dec 28': '1 0 0', 'Jan 04': '0 1 0' });
  });

  it('reach twelve weeks back, and say until when they hold', async () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const desk = await createDesk();
    // The Sunday and Monday of a week in winter time; twelve weeks later it is summer time.
    moveTo(desk, Date.UTC(2027, 0, 10, 22, 59));
    invite(desk);
    moveTo(desk, Date.UTC(2027, 0, 10, 23, 0));
    invite(desk);
    moveTo(desk, Date.UTC(2027, 3, 4, 21, 59));
    expect(weeks(desk)).toEqual({ 'Jan 11': '0 0 1' });
    expect(desk.services.directory.overTime(desk.admin).endsAt).toBe(Date.UTC(2027, 3, 4, 22));
    moveTo(desk, Date.UTC(2027, 3, 4, 22));
    expect(weeks(desk)).toEqual({});
  });

  it('made after the clock was set back are in the current week, whatever their id says', async () => {
    const desk = await createDesk();
    invite(desk);
    moveTo(desk, desk.clock.now() - 30 * day);
    invite(desk);
    expect(Object.values(weeks(desk))).toEqual(['0 2 0']);
  });

  it('leave out the removed and the replaced, and count a resent one where it was first sent', async () => {
    vi.stubEnv('TZ', 'UTC');
    const desk = await createDesk();
    moveTo(desk, Date.UTC(2026, 10, 23, 9));
    const removed = invite(desk);
    const resent = invite(desk);
    invite(desk, 'again@marina.example');
    desk.services.invitations.remove(desk.admin, { id: removed.id });
    moveTo(desk, Date.UTC(2026, 11, 1, 9));
    expect(weeks(desk)).toEqual({ 'Nov 23': '0 0 2' });
    desk.services.invitations.resend(desk.admin, { id: resent.id });
    invite(desk, 'again@marina.example');
    expect(weeks(desk)).toEqual({ 'Nov 23': '0 1 0', 'Nov 30': '0 1 0' });
  });

  it('count a reactivation once, before and after it is accepted', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    desk.services.users.deactivate(desk.admin, { id });
    const back = invite(desk, 'bo@marina.example');
    expect(Object.values(weeks(desk))).toEqual(['0 1 0']);
    await desk.services.invitations.accept({
      secret: back.code,
      displayName: 'Bo',
      password: 'nine tin whistles',
    });
    expect(Object.values(weeks(desk))).toEqual(['1 0 0']);
  });

  it('are those of the reader’s sites, and add up to the cards', async () => {
    const desk = await createDesk();
    const other = desk.site('Quay');
    const reader = await desk.actor({ role: 'site_admin', siteIds: [other] });
    const gone = await desk.person({ email: 'gone@marina.example', siteIds: [other] });
    desk.services.users.deactivate(desk.admin, { id: gone });
    invite(desk, 'gone@marina.example', other);
    invite(desk);
    invite(desk, undefined, other);
    await accept(desk, invite(desk, undefined, other));
    desk.services.invitations.create(desk.admin, {
      email: 'both@marina.example',
      role: 'member',
      siteIds: [desk.siteId, other],
    });
    desk.services.invitations.create(desk.admin, {
      email: 'chief@marina.example',
      role: 'tenant_admin',
      siteIds: [],
    });
    expect(Object.values(weeks(desk, reader))).toEqual(['1 2 0']);
    expect(Object.values(weeks(desk))).toEqual(['1 5 0']);
    for (const actor of [reader, desk.admin]) {
      const { pending, invitations } = desk.services.directory.statistics(actor);
      const sum = `${invitations.accepted} ${pending.total} ${invitations.expired}`;
      expect(Object.values(weeks(desk, actor))).toEqual([sum]);
    }
  });
});

describe('invitations that expire within a day', () => {
  it('come and go by the millisecond, the soonest first, and not when they are resent, removed or accepted', async () => {
    const desk = await createDesk();
    const begin = desk.clock.now();
    const list = () => desk.services.directory.expiring(desk.admin).rows.map(({ email }) => email[0]);
    const ready = invite(desk, 'a@marina.example');
    moveTo(desk, begin + hour);
    const [b, c, d] = ['b', 'c', 'd'].map((name) => invite(desk, `${name}@marina.example`));
    moveTo(desk, begin + 6 * day - 1);
    expect(list()).toEqual([]);
    moveTo(desk, begin + 6 * day);
    expect(list()).toEqual(['a']);
    moveTo(desk, begin + 6 * day + hour);
    expect(list()).toEqual(['a', 'b', 'c', 'd']);
    expect(desk.services.directory.statistics(desk.admin).pending.expiringWithinDay).toBe(4);

    desk.services.invitations.resend(desk.admin, { id: b?.id ?? '' });
    desk.services.invitations.remove(desk.admin, { id: c?.id ?? '' });
    await accept(desk, { code: d?.code ?? '' });
    expect(list()).toEqual(['a']);
    moveTo(desk, ready.expiresAt - 1);
    expect(list()).toEqual(['a']);
    moveTo(desk, ready.expiresAt);
    expect(list()).toEqual([]);
  });

  it('say what they offer, also where they bring somebody back', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example', displayName: 'Bo Ek' });
    desk.services.users.deactivate(desk.admin, { id });
    const back = desk.services.invitations.create(desk.admin, {
      email: 'bo@marina.example',
      role: 'site_admin',
      siteIds: [desk.siteId],
    });
    moveTo(desk, back.expiresAt - hour);
    expect(desk.services.directory.expiring(desk.admin)).toEqual({
      rows: [
        {
          id: back.id,
          email: 'bo@marina.example',
          displayName: 'Bo Ek',
          role: 'site_admin',
          sites: [{ id: desk.siteId, name: 'Harbour House' }],
          otherSites: 0,
          expiresAt: back.expiresAt,
          resendable: true,
        },
      ],
      total: 1,
    });
  });

  it('are fifty at most, with how many there are', async () => {
    const desk = await createDesk();
    const { userId: inviterId } = desk.admin;
    for (let n = 0; n < 52; n += 1) givenInvitation(desk.db, { inviterId, role: 'tenant_admin' });
    moveTo(desk, desk.clock.now() + 6 * day + hour);
    const { rows, total } = desk.services.directory.expiring(desk.admin);
    expect([rows.length, total]).toEqual([50, 52]);
  });

  it('are those of the reader’s sites; resendable are those within delegated administration', async () => {
    const desk = await createDesk();
    const other = desk.site('Quay');
    const { version, initialPassword, temporaryPasswordHours, idleLockMinutes } =
      desk.services.organisation.get(desk.admin);
    const reader = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId] });
    const offer = (email: string, role: 'member' | 'site_admin', siteIds: string[]) =>
      desk.services.invitations.create(desk.admin, { email, role, siteIds });
    offer('own@marina.example', 'member', [desk.siteId]);
    offer('both@marina.example', 'member', [desk.siteId, other]);
    offer('chief@marina.example', 'site_admin', [desk.siteId]);
    offer('foreign@marina.example', 'member', [other]);
    moveTo(desk, desk.clock.now() + 6 * day + hour);
    const list = () =>
      desk.services.directory
        .expiring(reader)
        .rows.map(({ email, resendable, otherSites }) => [email.split('@')[0], resendable, otherSites]);
    expect(list()).toEqual([
      ['both', false, 1],
      ['chief', false, 0],
      ['own', false, 0],
    ]);
    desk.services.organisation.updateSecurity(desk.admin, {
      version,
      initialPassword,
      temporaryPasswordHours,
      idleLockMinutes,
      delegation: true,
    });
    expect(list()).toEqual([
      ['both', false, 1],
      ['chief', false, 0],
      ['own', true, 0],
    ]);
    const now = desk.clock.now();
    expect(desk.services.directory.countResendable(reader, now, now + day)).toBe(1);
    expect(desk.services.directory.countResendable(desk.admin, now, now + day)).toBe(4);
  });
});
