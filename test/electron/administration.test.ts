import { describe, expect, it } from 'vitest';
import { addPerson, type ReadyDesk, startReadyDesk } from './support/desk';

async function setDelegation(test: ReadyDesk, delegation: boolean) {
  const now = (await test.ask(test.windowId, 'organisation.get', {})).value;
  const { version, initialPassword, temporaryPasswordHours, idleLockMinutes } = now;
  const settings = { version, initialPassword, temporaryPasswordHours, idleLockMinutes, delegation };
  expect((await test.ask(test.windowId, 'security.update', settings)).ok).toBe(true);
}

const sentTo = (test: ReadyDesk, windowId: number) =>
  test.windows.sent.filter((sent) => sent.windowId === windowId).map(({ event }) => event);

describe('delegated administration turned on and off', () => {
  it('reaches the windows of Site-Admins at once: they are told, and may or may not from then on', async () => {
    const test = await startReadyDesk();
    const siteAdmin = await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    const generate = async () => (await test.ask(siteAdmin.windowId, 'users.generatePassword', {})).ok;
    const shown = async () =>
      (await test.ask(siteAdmin.windowId, 'app.state', {})).value.session?.permissions.includes(
        'user.create',
      );
    for (const delegation of [true, false]) {
      test.windows.sent.length = 0;
      await setDelegation(test, delegation);
      expect(sentTo(test, siteAdmin.windowId)).toEqual(['organisation.changed', 'directory.changed']);
      expect([await shown(), await generate()]).toEqual([delegation, delegation]);
    }
  });
});

describe('"Sign out everywhere"', () => {
  it('takes every window of the person back to the sign-in screen, which says why', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'member');
    const second = test.openWindow();
    await test.ask(second, 'session.signIn', { email: person.email, password: person.password });
    const listed = (await test.ask(test.windowId, 'session.list', { userId: person.id })).value.sessions;
    expect(listed.map(({ current, thisDesk }) => [current, thisDesk])).toEqual([
      [false, true],
      [false, true],
    ]);
    test.windows.sent.length = 0;
    expect((await test.ask(test.windowId, 'session.endAll', { userId: person.id })).value).toEqual({
      ended: 2,
    });
    for (const windowId of [person.windowId, second]) {
      expect(test.windows.sent).toContainEqual({
        windowId,
        event: 'session.changed',
        payload: { reason: 'ended', ended: 'signedOutEverywhere' },
      });
      expect((await test.ask(windowId, 'app.state', {})).value.phase).toBe('signIn');
    }
    expect(sentTo(test, test.windowId)).toContain('directory.changed');
  });

  it('of oneself is answered, and then this window is signed out too', async () => {
    const test = await startReadyDesk();
    const userId = (await test.ask(test.windowId, 'app.state', {})).value.session?.userId ?? '';
    const answer = await test.ask(test.windowId, 'session.endAll', { userId });
    expect(answer).toEqual({ ok: true, value: { ended: 1 } });
    expect((await test.ask(test.windowId, 'users.statistics', {})).error.code).toBe(
      'access.session_required',
    );
  });
});
