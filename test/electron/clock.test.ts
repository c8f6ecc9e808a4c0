import { expect, test } from 'vitest';
import { addPerson, admin, startDesk, startReadyDesk } from './support/desk';

const minute = 60_000;
const day = 24 * 60 * minute;

const status = async (test: Awaited<ReturnType<typeof startReadyDesk>>, windowId = test.windowId) =>
  (await test.ask(windowId, 'clock.status', {})).value;

test('an invitation that has expired stays expired when the clock is set back, over a restart too', async () => {
  const first = await startReadyDesk();
  const { siteId, windowId, clock } = first;
  const made = await first.ask(windowId, 'invitations.create', {
    email: 'bo@nordlicht.example',
    role: 'member',
    siteIds: [siteId],
  });
  const secret = made.value.code;
  clock.advance(7 * day);
  first.desk.tick();
  clock.advance(-7 * day);
  first.desk.tick();
  const refused = async (test: Awaited<ReturnType<typeof startDesk>>) =>
    (await test.ask(test.openWindow(), 'invitations.lookUp', { secret })).error;
  expect(await refused(first)).toEqual({ code: 'invitation.expired', data: {} });

  first.close();
  const second = await startDesk({ folder: first.path, clock });
  expect(await refused(second)).toEqual({ code: 'invitation.expired', data: {} });
});

test('windows are told when the clock can’t be believed, and when it can again', async () => {
  const test = await startReadyDesk();
  const told = () => test.windows.sent.filter(({ event }) => event === 'clock.changed').length;
  test.desk.tick();
  expect((await status(test)).trust).toBe('sound');
  const before = told();
  test.clock.advance(-day);
  test.desk.tick();
  expect(await status(test)).toMatchObject({ trust: 'behind', computerAt: test.clock.now() });
  test.desk.tick();
  expect(told()).toBe(before + 1);
  test.clock.advance(day);
  test.desk.tick();
  expect((await status(test)).trust).toBe('sound');
  expect(told()).toBe(before + 2);
});

test('a far jump is confirmed by a Tenant-Admin, which is audited, and then remembered', async () => {
  const test = await startReadyDesk();
  test.desk.tick();
  const known = test.clock.now();
  test.clock.advance(400 * day);
  test.desk.tick();
  // The session is over by then: everybody signs in anew.
  const windowId = test.openWindow();
  await test.ask(windowId, 'session.signIn', admin);
  expect(await status(test, windowId)).toMatchObject({ trust: 'ahead', lastKnownAt: known });
  expect((await test.ask(windowId, 'clock.confirm', {})).ok).toBe(true);
  expect(await status(test, windowId)).toMatchObject({ trust: 'sound', lastKnownAt: test.clock.now() });
});

test('what is due is due by a clock far ahead too, confirmed or not', async () => {
  const test = await startReadyDesk();
  const { id } = await addPerson(test, 'bo@nordlicht.example', 'member');
  const { version } = (await test.ask(test.windowId, 'users.get', { id })).value;
  const leavesAt = test.clock.now() + 90 * day;
  await test.ask(test.windowId, 'users.setEndDate', { id, version, leavesAt });
  test.clock.advance(100 * day);
  test.desk.tick();
  const windowId = test.openWindow();
  await test.ask(windowId, 'session.signIn', admin);
  expect((await test.ask(windowId, 'users.get', { id })).value.status).toBe('inactive');
  expect((await status(test, windowId)).trust).toBe('ahead');
});
