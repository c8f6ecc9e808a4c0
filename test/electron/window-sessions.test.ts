import { describe, expect, it } from 'vitest';
import { grantMs, refreshMs } from '../../core/domain/session';
import { addPerson, admin, type ReadyDesk, startDesk, startReadyDesk } from './support/desk';

const eventsFor = (test: ReadyDesk, windowId: number) =>
  test.windows.sent
    .filter((sent) => sent.windowId === windowId)
    .map(({ event, payload }) => ({ event, payload }));

const ended = (why: string | null) => ({
  event: 'session.changed',
  payload: { reason: 'ended', ended: why },
});

async function phase(test: ReadyDesk, windowId: number) {
  return (await test.ask(windowId, 'app.state', {})).value.phase;
}

async function update(
  test: ReadyDesk,
  id: string,
  role: 'tenant_admin' | 'site_admin' | 'member',
  applyNow = false,
) {
  const { version, displayName } = (await test.ask(test.windowId, 'users.get', { id })).value;
  const siteIds = role === 'tenant_admin' ? [] : [test.siteId];
  const payload = { id, version, displayName, role, siteIds, applyNow, currentPassword: null };
  const answer = await test.ask(test.windowId, 'users.update', payload);
  expect(answer).toMatchObject({ ok: true });
}

describe('a grant', () => {
  it('is renewed by itself when its 15 minutes are over, and not before', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'member');
    await update(test, person.id, 'site_admin');

    test.clock.advance(grantMs - 1000);
    test.desk.tick();
    expect((await test.ask(person.windowId, 'users.statistics', {})).error).toMatchObject({
      code: 'access.denied',
    });
    expect(eventsFor(test, person.windowId)).toEqual([]);

    test.clock.advance(2000);
    test.desk.tick();
    expect(eventsFor(test, person.windowId)).toEqual([
      { event: 'session.changed', payload: { reason: 'renewed', ended: null } },
      // The list is new to this window: it is told to look once more.
      { event: 'directory.changed', payload: {} },
    ]);
    expect((await test.ask(person.windowId, 'users.statistics', {})).ok).toBe(true);
    expect((await test.ask(person.windowId, 'app.state', {})).value.session?.role).toBe('site_admin');
  });

  it('is renewed by a request too, and in silence when nothing changed', async () => {
    const test = await startReadyDesk();
    test.windows.sent.length = 0;
    test.clock.advance(grantMs);
    expect((await test.ask(test.windowId, 'sites.list', {})).ok).toBe(true);
    test.clock.advance(grantMs);
    test.desk.tick();
    expect(eventsFor(test, test.windowId).filter(({ event }) => event === 'session.changed')).toEqual([]);
  });

  it('demoted: reads follow it, writes are refused at once', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'tenant_admin');
    await update(test, person.id, 'member');
    expect((await test.ask(person.windowId, 'users.statistics', {})).ok).toBe(true);
    expect((await test.ask(person.windowId, 'sites.create', { name: 'Werft' })).error).toEqual({
      code: 'access.denied',
      data: { resource: 'site', action: 'create' },
    });
    test.clock.advance(grantMs);
    expect((await test.ask(person.windowId, 'users.statistics', {})).error).toMatchObject({
      code: 'access.denied',
    });
  });
});

describe('a session that ends', () => {
  it('by deactivation: its window hears it at once, and its next request is refused', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    test.windows.sent.length = 0;
    expect((await test.ask(test.windowId, 'users.deactivate', { id: person.id })).ok).toBe(true);
    expect(eventsFor(test, person.windowId)).toContainEqual(ended('deactivated'));
    expect((await test.ask(person.windowId, 'users.statistics', {})).error).toMatchObject({
      code: 'access.session_required',
    });
    expect(await phase(test, person.windowId)).toBe('signIn');
  });

  it('by "Apply now" and by a reset: with the reason', async () => {
    const test = await startReadyDesk();
    const first = await addPerson(test, 'bo@nordlicht.example', 'member');
    await update(test, first.id, 'site_admin', true);
    expect(eventsFor(test, first.windowId)).toContainEqual(ended('applyNow'));
    const second = await addPerson(test, 'cy@nordlicht.example', 'member');
    await test.ask(test.windowId, 'users.resetPassword', { id: second.id, password: 'ninety green lamps' });
    expect(eventsFor(test, second.windowId)).toContainEqual(ended('passwordReset'));
  });

  it('by age: after seven days without a renewal, also when locked', async () => {
    const test = await startReadyDesk();
    await test.ask(test.windowId, 'session.lock', {});
    test.windows.sent.length = 0;
    test.clock.advance(refreshMs - 1);
    test.desk.tick();
    expect(await phase(test, test.windowId)).toBe('locked');
    test.clock.advance(1);
    test.desk.tick();
    expect(eventsFor(test, test.windowId)).toEqual([ended('expired')]);
    expect(await phase(test, test.windowId)).toBe('signIn');
  });

  it('with its window, and by signing out, without a word to that window', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'member');
    expect((await test.ask(test.windowId, 'users.get', { id: person.id })).value.openSessions).toBe(1);
    test.windows.open.delete(person.windowId);
    test.desk.windowClosed(person.windowId);
    expect((await test.ask(test.windowId, 'users.get', { id: person.id })).value.openSessions).toBe(0);
    test.windows.sent.length = 0;
    expect((await test.ask(test.windowId, 'session.signOut', {})).value.phase).toBe('signIn');
    expect(eventsFor(test, test.windowId).filter(({ event }) => event === 'session.changed')).toEqual([]);
  });

  it('never starts for a window that closed while the password was checked', async () => {
    const test = await startReadyDesk();
    const windowId = test.openWindow();
    const asking = test.ask(windowId, 'session.signIn', admin);
    test.windows.open.delete(windowId);
    test.desk.windowClosed(windowId);
    await asking;
    const { session } = (await test.ask(test.windowId, 'app.state', {})).value;
    expect(
      (await test.ask(test.windowId, 'users.get', { id: session?.userId ?? '' })).value.openSessions,
    ).toBe(1);
  });

  it('is not there after a restart', async () => {
    const test = await startReadyDesk();
    test.close();
    const again = await startDesk({ folder: test.path, clock: test.clock });
    const windowId = again.openWindow();
    expect((await again.ask(windowId, 'app.state', {})).value.phase).toBe('signIn');
    await again.ask(windowId, 'session.signIn', admin);
    const { session } = (await again.ask(windowId, 'app.state', {})).value;
    expect((await again.ask(windowId, 'users.get', { id: session?.userId ?? '' })).value.openSessions).toBe(
      1,
    );
  });
});

describe('a lock', () => {
  it('answers nothing but the state, unlocking and signing out, and keeps the grant as old as it is', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'member');
    await update(test, person.id, 'site_admin');
    test.desk.lockAll();
    expect(eventsFor(test, person.windowId)).toContainEqual({
      event: 'session.changed',
      payload: { reason: 'locked', ended: null },
    });
    test.clock.advance(grantMs + 1000);
    test.desk.tick();
    expect((await test.ask(person.windowId, 'app.state', {})).value).toMatchObject({
      phase: 'locked',
      session: { role: 'member' },
    });
    expect((await test.ask(person.windowId, 'app.newWindow', {})).error).toMatchObject({
      code: 'access.locked',
    });
    const wrong = await test.ask(person.windowId, 'session.unlock', { password: 'not this one' });
    expect(wrong.error).toMatchObject({ code: 'sign_in.password_wrong' });
    expect(await phase(test, person.windowId)).toBe('locked');
    const right = await test.ask(person.windowId, 'session.unlock', { password: person.password });
    expect(right.value.phase).toBe('ready');
  });

  it('comes by itself after ten minutes without input, whatever the wall clock says', async () => {
    const test = await startReadyDesk();
    test.desk.input(test.windowId);
    test.clock.advance(3_600_000);
    test.desk.tick();
    expect(await phase(test, test.windowId)).toBe('ready');
  });
});

describe('a forced change', () => {
  it('comes before everything else, and is over when it is done', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'site_admin', true);
    expect(person.state.phase).toBe('passwordDue');
    expect((await test.ask(person.windowId, 'users.statistics', {})).error).toMatchObject({
      code: 'access.password_change_due',
    });
    // A renewal while the new password is being hashed must not be lost, or the next one would look like a theft.
    const choosing = test.ask(person.windowId, 'session.choosePassword', {
      newPassword: 'ninety green lamps',
    });
    test.clock.advance(grantMs);
    test.desk.tick();
    expect((await choosing).value.phase).toBe('ready');
    test.clock.advance(grantMs);
    test.desk.tick();
    expect(await phase(test, person.windowId)).toBe('ready');
  });
});
