import { describe, expect, it } from 'vitest';
import { invitationMs } from '../../core/domain/invitation';
import { addPerson, type ReadyDesk, startDesk, startReadyDesk } from './support/desk';

const told = (test: ReadyDesk, event: string) =>
  test.windows.sent.filter((sent) => sent.event === event).map((sent) => sent.windowId);

describe('events', () => {
  it('go to the windows that show what changed', async () => {
    const test = await startReadyDesk();
    const siteAdmin = await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    const member = await addPerson(test, 'cy@nordlicht.example', 'member');
    const stranger = test.openWindow();
    test.windows.sent.length = 0;
    await test.ask(test.windowId, 'sites.create', { name: 'Werft' });
    expect(new Set(told(test, 'sites.changed'))).toEqual(
      new Set([test.windowId, siteAdmin.windowId, member.windowId]),
    );
    test.windows.sent.length = 0;
    await test.ask(test.windowId, 'invitations.create', {
      email: 'di@x.example',
      role: 'member',
      siteIds: [test.siteId],
    });
    expect(new Set(told(test, 'directory.changed'))).toEqual(new Set([test.windowId, siteAdmin.windowId]));
    expect(told(test, 'directory.changed')).not.toContain(stranger);
  });

  it('tell a locked window nothing, and let it catch up when it opens', async () => {
    const test = await startReadyDesk();
    const other = await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    await test.ask(other.windowId, 'session.lock', {});
    test.windows.sent.length = 0;
    await test.ask(test.windowId, 'sites.create', { name: 'Werft' });
    expect(told(test, 'sites.changed')).not.toContain(other.windowId);
    await test.ask(other.windowId, 'session.unlock', { password: other.password });
    expect(told(test, 'sites.changed')).toContain(other.windowId);
    expect(told(test, 'directory.changed')).toContain(other.windowId);
  });

  it('say when an invitation expires, although nobody wrote anything', async () => {
    const test = await startReadyDesk();
    await test.ask(test.windowId, 'invitations.create', {
      email: 'di@x.example',
      role: 'member',
      siteIds: [test.siteId],
    });
    test.desk.tick();
    test.clock.advance(invitationMs - 1000);
    test.desk.tick();
    test.windows.sent.length = 0;
    test.desk.tick();
    expect(told(test, 'directory.changed')).toEqual([]);
    test.clock.advance(1000);
    test.desk.tick();
    expect(told(test, 'directory.changed')).toEqual([test.windowId]);
    expect((await test.ask(test.windowId, 'users.statistics', {})).value).toMatchObject({
      pending: { total: 0 },
      invitations: { expired: 1 },
    });
  });

  it('bring every window on when one of them sets the desk up', async () => {
    const test = await startDesk();
    const first = test.openWindow();
    const second = test.openWindow();
    expect((await test.ask(second, 'app.state', {})).value.phase).toBe('setUp');
    expect(
      (await test.ask(second, 'session.signIn', { email: 'a@b.example', password: 'x' })).error.code,
    ).toBe('setup.required');
    await test.ask(first, 'setup.create', {
      organisationName: 'Nordlicht',
      siteName: 'Hafen',
      displayName: 'Ada',
      email: 'ada@nordlicht.example',
      password: 'correct horse battery',
      roleModel: 'two',
    });
    expect(test.windows.sent).toContainEqual({
      windowId: second,
      event: 'organisation.changed',
      payload: {},
    });
    expect((await test.ask(second, 'app.state', {})).value.phase).toBe('signIn');
    expect((await test.ask(first, 'app.state', {})).value.phase).toBe('ready');
  });

  it('tell a renamed person’s own windows, who may see no list, also at their lock screen', async () => {
    const test = await startReadyDesk();
    const bo = await addPerson(test, 'bo@nordlicht.example', 'member');
    const cy = await addPerson(test, 'cy@nordlicht.example', 'member');
    await test.ask(bo.windowId, 'session.lock', {});
    const user = (await test.ask(test.windowId, 'users.get', { id: bo.id })).value;
    const edit = { id: bo.id, version: user.version, role: 'member' as const };
    const rename = (displayName: string, version: number) =>
      test.ask(test.windowId, 'users.update', {
        ...{ ...edit, version, displayName, siteIds: [test.siteId], applyNow: false, currentPassword: null },
      });
    test.windows.sent.length = 0;
    const { version } = (await rename('Bo Ek', user.version)).value;
    const change = { reason: 'account', ended: null };
    expect(test.windows.sent).toContainEqual({
      windowId: bo.windowId,
      event: 'session.changed',
      payload: change,
    });
    expect(told(test, 'session.changed')).not.toContain(cy.windowId);
    expect((await test.ask(bo.windowId, 'app.state', {})).value.session?.displayName).toBe('Bo Ek');

    test.windows.sent.length = 0;
    await rename('Bo Ek', version);
    expect(told(test, 'session.changed')).toEqual([]);
  });

  it('carry preferences to the same person’s other windows, menus included', async () => {
    const test = await startReadyDesk();
    const person = await addPerson(test, 'bo@nordlicht.example', 'member');
    const second = test.openWindow();
    await test.ask(second, 'session.signIn', { email: person.email, password: person.password });
    test.windows.sent.length = 0;
    expect((await test.ask(second, 'app.setPreferences', { language: 'de' })).value.language).toBe('de');
    expect(test.windows.sent).toEqual([
      {
        windowId: person.windowId,
        event: 'session.changed',
        payload: { reason: 'preferences', ended: null },
      },
    ]);
    expect(test.windows.asked.languages.get(person.windowId)).toBe('de');
    await test.ask(second, 'session.signOut', {});
    expect(test.windows.asked.languages.get(second)).toBeNull();
  });
});
