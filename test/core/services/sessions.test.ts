import { describe, expect, it } from 'vitest';
import type { Preferences } from '../../../core/contract/app';
import { createDesk, day, minute, ownPassword, temporaryPassword } from './desk';
import { auditOf, countOf, refused } from './observe';

const email = 'bo@marina.example';

describe('a session', () => {
  it('is renewed when its grant is over, not before, with a new refresh token', async () => {
    const desk = await createDesk();
    const held = await desk.signIn('ada@marina.example');
    desk.clock.advance(15 * minute - 1);
    expect(desk.services.sessions.renew(held)).toBe(held);
    desk.clock.advance(1);
    const next = desk.services.sessions.renew(held);
    expect(next).toMatchObject({
      sessionId: held.sessionId,
      startedAt: held.startedAt,
      grant: { issuedAt: desk.clock.now(), expiresAt: desk.clock.now() + 15 * minute },
    });
    expect(next?.refreshToken).not.toBe(held.refreshToken);
  });

  it('of a grant issued while the clock was far ahead is renewed as soon as it is right', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email, role: 'site_admin' });
    const right = desk.clock.now();
    desk.clock.advance(400 * day);
    const held = await desk.signIn(email);
    desk.clock.set(right);
    expect(desk.services.sessions.renew(held)?.grant).toMatchObject({ issuedAt: right });
    desk.clock.advance(7 * day);
    expect(desk.services.sessions.check(held.sessionId).live).toBe(false);
    expect(desk.services.users.get(desk.admin, { id }).openSessions).toBe(0);
  });

  it('ends when a spent refresh token is seen again', async () => {
    const desk = await createDesk();
    const { sessions } = desk.services;
    const held = await desk.signIn('ada@marina.example');
    desk.clock.advance(15 * minute);
    const next = sessions.renew(held);
    expect(sessions.renew(held)).toBeNull();
    expect(sessions.check(held.sessionId)).toEqual({ live: false, why: 'reused' });
    expect(desk.announced).toContainEqual({
      kind: 'sessionsEnded',
      sessionIds: [held.sessionId],
      why: 'reused',
    });
    desk.clock.advance(15 * minute);
    expect(next && sessions.renew(next)).toBeNull();
    expect(auditOf(desk.db, 'session.end').at(-1)?.data).toMatchObject({ why: 'reused' });
  });

  it('can be renewed within seven days of the last time, to the millisecond', async () => {
    const desk = await createDesk();
    const { sessions } = desk.services;
    const held = await desk.signIn('ada@marina.example');
    desk.clock.advance(7 * day - 1);
    const next = sessions.renew(held);
    expect(next).not.toBeNull();
    desk.clock.advance(7 * day - 1);
    expect(sessions.check(held.sessionId).live).toBe(true);
    desk.clock.advance(1);
    expect(sessions.check(held.sessionId)).toEqual({ live: false, why: 'expired' });
    expect(next && sessions.renew(next)).toBeNull();
  });

  it('of a person who is deactivated, demoted or moved is seen as such at the next request', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ email });
    const held = await desk.signIn(email);
    const { users, sessions } = desk.services;
    const { version, displayName } = users.get(desk.admin, { id });
    const edit = { id, version, displayName, applyNow: false, currentPassword: null };
    await users.update(desk.admin, { ...edit, role: 'site_admin', siteIds: [north] });
    expect(sessions.check(held.sessionId)).toEqual({
      live: true,
      storedRole: 'site_admin',
      storedSiteIds: [north],
    });
    users.deactivate(desk.admin, { id });
    expect(sessions.check(held.sessionId)).toEqual({ live: false, why: 'deactivated' });
    desk.clock.advance(15 * minute);
    expect(sessions.renew(held)).toBeNull();
  });

  it('is unknown when it never was', async () => {
    const desk = await createDesk();
    expect(desk.services.sessions.check('nothing').live).toBe(false);
  });

  it('ends by signing out, once', async () => {
    const desk = await createDesk();
    const held = await desk.signIn('ada@marina.example');
    desk.services.sessions.end(held.sessionId, 'signedOut');
    desk.services.sessions.end(held.sessionId, 'signedOut');
    expect(desk.services.sessions.check(held.sessionId)).toEqual({ live: false, why: 'signedOut' });
    expect(auditOf(desk.db, 'session.sign_out')).toMatchObject([{ actorId: held.userId }]);
  });

  it('left behind by an earlier run is ended at start', async () => {
    const desk = await createDesk();
    const held = await desk.signIn('ada@marina.example');
    const restarted = desk.restart();
    expect(restarted.services.sessions.check(held.sessionId).live).toBe(true);
    restarted.services.sessions.endLeftovers();
    expect(restarted.services.sessions.check(held.sessionId)).toEqual({ live: false, why: 'restarted' });
    expect(auditOf(restarted.db, 'session.end').at(-1)?.data).toEqual({ why: 'restarted', sessions: 2 });
    restarted.services.sessions.endLeftovers();
    expect(auditOf(restarted.db, 'session.end')).toHaveLength(1);
  });

  it('notes that the person is there, at most once a minute', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    const held = await desk.signIn(email);
    const last = () => desk.services.users.get(desk.admin, { id }).lastActivityAt;
    const start = desk.clock.now();
    expect(last()).toBe(start);
    desk.clock.advance(minute - 1);
    desk.services.sessions.touch(held);
    expect(last()).toBe(start);
    desk.clock.advance(1);
    desk.services.sessions.touch(held);
    expect(last()).toBe(start + minute);
    expect(desk.services.users.get(desk.admin, { id }).lastSignInAt).toBe(start);
  });
});

describe('the forced change', () => {
  it('spends the temporary password with saving the new one', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email, temporary: true });
    const held = await desk.signIn(email, temporaryPassword);
    const free = await desk.services.sessions.choosePassword(held, ownPassword);
    expect(free).toEqual({ ...held, passwordDue: false });
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      passwordDue: false,
      temporaryPasswordExpiresAt: null,
    });
    await refused(() => desk.signIn(email, temporaryPassword), 'sign_in.refused');
    await expect(desk.signIn(email)).resolves.toMatchObject({ passwordDue: false });
    expect(auditOf(desk.db, 'password.change').at(-1)).toMatchObject({ actorId: id, subjectId: id });
  });

  it('takes neither the temporary password nor the one before it, nor one that breaks the policy', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email, displayName: 'Ottokar Ek' });
    await desk.services.users.resetPassword(desk.admin, { id, password: temporaryPassword });
    const held = await desk.signIn(email, temporaryPassword);
    const { choosePassword } = desk.services.sessions;
    await refused(() => choosePassword(held, temporaryPassword), 'password.reused');
    await refused(() => choosePassword(held, ownPassword), 'password.reused');
    await refused(() => choosePassword(held, 'ottokar forever'), 'password.contains_context');
    await refused(() => choosePassword(held, 'harbour lights 9'), 'password.contains_context');
    await expect(desk.signIn(email, temporaryPassword)).resolves.toMatchObject({ passwordDue: true });
    await choosePassword(held, 'eight loud pines');
  });

  it('is no way around the current password when none is due', async () => {
    const desk = await createDesk();
    const held = await desk.signIn('ada@marina.example');
    await refused(() => desk.services.sessions.choosePassword(held, 'eight loud pines'), 'access.denied');
  });

  it('comes too late when the temporary password has run out', async () => {
    const desk = await createDesk();
    await desk.person({ email, temporary: true });
    const held = await desk.signIn(email, temporaryPassword);
    desk.clock.advance(3 * day);
    await refused(
      () => desk.services.sessions.choosePassword(held, ownPassword),
      'sign_in.temporary_expired',
    );
  });

  it('is lost to a reset that came first', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email, temporary: true });
    const held = await desk.signIn(email, temporaryPassword);
    await desk.services.users.resetPassword(desk.admin, { id, password: 'another temporary one' });
    const act = () => desk.services.sessions.choosePassword(held, ownPassword);
    await refused(act, 'access.session_required');
  });
});

describe('changing one’s password', () => {
  it('asks for the current one and ends the person’s other sessions', async () => {
    const desk = await createDesk();
    await desk.person({ email });
    const here = await desk.signIn(email);
    const there = await desk.signIn(email);
    const { sessions } = desk.services;
    await refused(
      () => sessions.changePassword(here, 'not this one', 'eight loud pines'),
      'sign_in.password_wrong',
    );
    await sessions.changePassword(here, ownPassword, 'eight loud pines');
    expect(sessions.check(here.sessionId).live).toBe(true);
    expect(sessions.check(there.sessionId)).toEqual({ live: false, why: 'signedOutEverywhere' });
    await refused(() => desk.signIn(email), 'sign_in.refused');
    await desk.signIn(email, 'eight loud pines');
  });

  it('takes neither the current one nor the one before', async () => {
    const desk = await createDesk();
    await desk.person({ email });
    const held = await desk.signIn(email);
    const { changePassword } = desk.services.sessions;
    await refused(() => changePassword(held, ownPassword, ownPassword), 'password.reused');
    await changePassword(held, ownPassword, 'eight loud pines');
    await refused(() => changePassword(held, 'eight loud pines', ownPassword), 'password.reused');
    await changePassword(held, 'eight loud pines', 'nine tall birches');
    await changePassword(held, 'nine tall birches', ownPassword);
  });

  it('is lost to a reset that came first', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    const held = await desk.signIn(email);
    await desk.services.users.resetPassword(desk.admin, { id, password: temporaryPassword });
    const act = () => desk.services.sessions.changePassword(held, temporaryPassword, 'eight loud pines');
    await refused(act, 'access.session_required');
  });
});

describe('preferences', () => {
  it('are remembered per person; what isn’t named stays', async () => {
    const desk = await createDesk();
    const held = await desk.signIn('ada@marina.example');
    const { sessions } = desk.services;
    expect(sessions.setPreferences(held.userId, { language: 'de', theme: 'dark' })).toEqual({
      language: 'de',
      theme: 'dark',
      density: 'comfortable',
      usersView: 'unified',
      currentSiteId: null,
      invitationReminders: false,
    });
    sessions.setPreferences(held.userId, { usersView: 'tabbed' });
    // As a page may send it, whatever the types say.
    const asSent = { theme: undefined, language: undefined } as unknown as Partial<Preferences>;
    expect(sessions.setPreferences(held.userId, asSent)).toMatchObject({ language: 'de', theme: 'dark' });
    const restarted = desk.restart();
    expect(restarted.services.sessions.view(held).preferences).toEqual({
      language: 'de',
      theme: 'dark',
      density: 'comfortable',
      usersView: 'tabbed',
      currentSiteId: null,
      invitationReminders: false,
    });
    expect(countOf(restarted.db, 'preference')).toBe(1);
  });
});
