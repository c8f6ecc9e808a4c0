import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { ada, bruno } from '../support/nordhaus';
import { request, requestAnything } from '../support/request';

const madeUp = '01890000-0000-7000-8000-000000000000';

test('a page that was taken over gets typed refusals and changes nothing', async ({ users }) => {
  const { page } = users;
  const before = await request(page, 'users.statistics', {});

  const attempts: [route: unknown, payload: unknown, code: string][] = [
    ['users.create', {}, 'request.malformed'],
    ['users.create', null, 'request.malformed'],
    ['users.create', [1, 2, 3], 'request.malformed'],
    ['users.create', 'text', 'request.malformed'],
    ['users.deactivate', { id: "'; drop table user; --" }, 'request.malformed'],
    ['users.deactivate', { id: madeUp, and: 'more' }, 'request.malformed'],
    ['users.deactivate', { id: madeUp }, 'user.not_found'],
    ['users.page', { query: { search: 'x'.repeat(300) }, limit: 1e9 }, 'request.malformed'],
    ['sites.create', { name: 'x'.repeat(300_000) }, 'request.too_large'],
    ['no.such.route', {}, 'request.unknown_route'],
    ['constructor', {}, 'request.unknown_route'],
    ['__proto__', {}, 'request.unknown_route'],
    [42, {}, 'request.unknown_route'],
    ['setup.create', setUpAgain(), 'setup.already_done'],
  ];
  for (const [route, payload, code] of attempts) {
    const answer = await requestAnything(page, route, payload);
    expect(answer, `${String(route)} ${code}`).toMatchObject({ ok: false, error: { code } });
  }

  expect(await request(page, 'users.statistics', {})).toEqual(before);
  await expect(users.row(bruno.email)).toContainText('Active');
});

test('a Member’s window can ask for nothing that their role does not allow', async ({ desk }) => {
  const shell = await (await SignInPage.shown(desk.window)).signInTo(bruno);
  const attempts: [route: string, payload: unknown][] = [
    ['users.statistics', {}],
    ['users.get', { id: madeUp }],
    ['users.generatePassword', {}],
    ['users.deactivate', { id: madeUp }],
    ['users.resetPassword', { id: madeUp, password: 'seven paper boats' }],
    ['invitations.create', { email: 'me@elsewhere.example', role: 'tenant_admin', siteIds: [] }],
    ['invitations.resend', { id: madeUp }],
    ['invitations.remove', { id: madeUp }],
    ['sites.list', {}],
    ['sites.create', { name: 'Mine' }],
    ['security.status', {}],
  ];
  for (const [route, payload] of attempts) {
    expect(await requestAnything(shell.page, route, payload), route).toMatchObject({
      ok: false,
      error: { code: 'access.denied' },
    });
  }

  const users = await (await shell.signOut()).signIn(ada);
  await expect(users.card('Total Users')).toContainText('3');
  await expect(users.card('Pending Invitations')).toContainText('0');
});

test('before anybody has signed in the window gets nothing', async ({ desk }) => {
  const { page } = await SignInPage.shown(desk.window);
  for (const route of [
    'users.statistics',
    'sites.list',
    'security.status',
    'users.generatePassword',
    'app.newWindow',
  ]) {
    expect(await requestAnything(page, route, {}), route).toMatchObject({
      ok: false,
      error: { code: 'access.session_required' },
    });
  }
});

test('the window reaches nothing but its own page', async ({ users, desk }) => {
  const reach = await users.page.evaluate(() => ({
    node: 'process' in globalThis || 'require' in globalThis,
    bridge: Object.keys((globalThis as unknown as { atrium: object }).atrium).sort(),
  }));
  expect(reach).toEqual({ node: false, bridge: ['on', 'request'] });

  const here = await desk.addressOf(users.page);
  await users.page.evaluate(() => {
    window.open('https://example.com');
    location.href = 'https://example.com';
  });
  // Asked of main: it answers after it has refused both.
  expect(await desk.addressOf(users.page)).toBe(here);
  expect(desk.windowCount()).toBe(1);
});

function setUpAgain() {
  return {
    organisationName: 'Taken over',
    siteName: 'Elsewhere',
    displayName: 'Mallory',
    email: 'mallory@elsewhere.example',
    password: 'a perfectly fine one',
    roleModel: 'three',
  };
}
