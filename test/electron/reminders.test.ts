import { describe, expect, it } from 'vitest';
import { invitationMs } from '../../core/domain/invitation';
import { addPerson, admin, type ReadyDesk, startReadyDesk } from './support/desk';

const day = 86_400_000;
const hour = 3_600_000;

let invited = 0;
async function invite(test: ReadyDesk, role: 'member' | 'site_admin' = 'member') {
  const email = `new${++invited}@x.example`;
  return (await test.ask(test.windowId, 'invitations.create', { email, role, siteIds: [test.siteId] })).value;
}

const remind = (test: ReadyDesk, windowId = test.windowId) =>
  test.ask(windowId, 'app.setPreferences', { invitationReminders: true });

/** Titles of what was shown since it was last asked. */
function shown(test: ReadyDesk): string[] {
  test.desk.tick();
  test.desk.tick();
  return test.notifications.shown.splice(0).map(({ title }) => title);
}

describe('reminders on this computer', () => {
  it('are off until they are turned on, and told of as supported or not', async () => {
    const test = await startReadyDesk();
    const { value } = await test.ask(test.windowId, 'app.state', {});
    expect(value).toMatchObject({
      showsNotifications: true,
      session: { preferences: { invitationReminders: false } },
    });
    await invite(test);
    test.clock.advance(invitationMs - hour);
    expect(shown(test)).toEqual([]);
    // What stands on the Dashboard already is no news.
    await remind(test);
    expect(shown(test)).toEqual([]);
    test.notifications.able = false;
    expect((await test.ask(test.windowId, 'app.state', {})).value.showsNotifications).toBe(false);
  });

  it('come once, for all new ones together, to the millisecond a day before the end', async () => {
    const test = await startReadyDesk();
    await remind(test);
    expect(shown(test)).toEqual([]);
    await invite(test);
    await invite(test);
    test.clock.advance(hour);
    await invite(test);
    test.clock.advance(invitationMs - day - hour - 1);
    expect(shown(test)).toEqual([]);
    test.clock.advance(1);
    expect(shown(test)).toEqual(['2 invitations expire within a day']);
    test.clock.advance(hour - 1);
    expect(shown(test)).toEqual([]);
    test.clock.advance(1);
    expect(shown(test)).toEqual(['1 invitation expires within a day']);
    test.clock.advance(day);
    expect(shown(test)).toEqual([]);
  });

  it('say nothing of what was resent or removed, and speak of a resent one again when its new end comes', async () => {
    const test = await startReadyDesk();
    await remind(test);
    const resent = await invite(test);
    const removed = await invite(test);
    test.clock.advance(invitationMs - 2 * day);
    await test.ask(test.windowId, 'invitations.resend', { id: resent.id });
    await test.ask(test.windowId, 'invitations.remove', { id: removed.id });
    test.clock.advance(day);
    expect(shown(test)).toEqual([]);
    test.clock.advance(invitationMs - 2 * day);
    expect(shown(test)).toEqual(['1 invitation expires within a day']);
  });

  it('come at sign-in for what is near its end, and not again in another window or at the next sign-in', async () => {
    const test = await startReadyDesk();
    await remind(test);
    await invite(test);
    await test.ask(test.windowId, 'session.signOut', {});
    test.clock.advance(invitationMs - hour);
    expect(shown(test)).toEqual([]);
    const again = async (windowId: number) => test.ask(windowId, 'session.signIn', admin);
    await again(test.windowId);
    expect(shown(test)).toEqual(['1 invitation expires within a day']);
    await again(test.openWindow());
    await test.ask(test.windowId, 'session.signOut', {});
    await again(test.windowId);
    expect(shown(test)).toEqual([]);
  });

  it('come to a locked window too, in the person’s language, without anybody’s name', async () => {
    const test = await startReadyDesk();
    await remind(test);
    await test.ask(test.windowId, 'app.setPreferences', { language: 'de' });
    await invite(test);
    await test.ask(test.windowId, 'session.lock', {});
    test.clock.advance(invitationMs - day);
    test.desk.tick();
    expect(test.notifications.shown).toMatchObject([
      {
        title: '1 Einladung läuft binnen eines Tages ab',
        body: 'In der Übersicht können Sie sie erneut senden.',
      },
    ]);
    test.windows.sent.length = 0;
    test.notifications.shown[0]?.click();
    expect(test.windows.asked.focused).toEqual([test.windowId]);
    expect(test.windows.sent).toEqual([]);
  });

  it('lead to the Dashboard of the person’s own window', async () => {
    const test = await startReadyDesk();
    await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    await remind(test);
    await invite(test);
    test.clock.advance(invitationMs - day);
    test.desk.tick();
    test.windows.sent.length = 0;
    test.notifications.shown[0]?.click();
    expect(test.windows.asked.focused).toEqual([test.windowId]);
    expect(test.windows.sent).toEqual([{ windowId: test.windowId, event: 'app.showDashboard', payload: {} }]);
    await test.ask(test.windowId, 'session.signOut', {});
    test.windows.sent.length = 0;
    test.notifications.shown[0]?.click();
    expect(test.windows.sent).toEqual([]);
  });

  it('reach who may resend: nobody else, and a Site-Admin only for what delegated administration reaches', async () => {
    const test = await startReadyDesk();
    const reader = await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    await remind(test, reader.windowId);
    await invite(test);
    test.clock.advance(invitationMs - day);
    expect(shown(test)).toEqual([]);

    const { version, initialPassword, temporaryPasswordHours, idleLockMinutes } = (
      await test.ask(test.windowId, 'organisation.get', {})
    ).value;
    const kept = { version, initialPassword, temporaryPasswordHours, idleLockMinutes };
    await test.ask(test.windowId, 'security.update', { ...kept, delegation: true });
    await invite(test);
    await invite(test, 'site_admin');
    test.clock.advance(invitationMs - day);
    expect(shown(test)).toEqual(['1 invitation expires within a day']);
  });
});
