import { describe, expect, it } from 'vitest';
import { licenceFile } from '../support/licence/development';
import { addPerson, admin, startDesk, startReadyDesk } from './support/desk';

const day = 86_400_000;

describe('a licence at the desk', () => {
  it('is imported over the window, told to all of them, and there after a restart', async () => {
    const test = await startReadyDesk();
    const member = await addPerson(test, 'bo@nordlicht.example', 'member');
    const told = () =>
      test.windows.sent.filter(({ event }) => event === 'licence.changed').map(({ windowId }) => windowId);
    test.windows.sent.length = 0;

    const file = await licenceFile({ tier: 'Pro', limits: { users: 40 } });
    const imported = await test.ask(test.windowId, 'licence.import', { file });
    expect(imported).toMatchObject({ ok: true, value: { tier: 'Pro' } });
    expect(told()).toEqual([test.windowId, member.windowId]);
    expect(await test.ask(member.windowId, 'licence.import', { file })).toMatchObject({
      ok: false,
      error: { code: 'access.denied' },
    });

    test.close();
    const again = await startDesk({ folder: test.path, clock: test.clock });
    const windowId = again.openWindow();
    await again.ask(windowId, 'session.signIn', admin);
    expect((await again.ask(windowId, 'licence.get', {})).value).toMatchObject({
      tier: 'Pro',
      users: { used: 2, limit: 40 },
      unreadable: false,
    });
  });

  it('that ends while people work is told to their windows at the next tick', async () => {
    const test = await startReadyDesk();
    const member = await addPerson(test, 'bo@nordlicht.example', 'member');
    const validUntil = test.clock.now() + 60_000;
    await test.ask(test.windowId, 'licence.import', { file: await licenceFile({ validUntil }) });
    test.windows.sent.length = 0;
    test.clock.set(validUntil);
    test.desk.tick();
    test.desk.tick();
    const told = test.windows.sent.filter(({ event }) => event === 'licence.changed');
    expect(told.map(({ windowId }) => windowId).sort()).toEqual([test.windowId, member.windowId]);
    expect((await test.ask(member.windowId, 'licence.notice', {})).value).toEqual({
      state: 'grace',
      validUntil,
      graceUntil: validUntil + 30 * day,
    });
    expect(test.faults).toEqual([]);
  });
});
