import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import type { UsersPage } from '../pages/users-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada, bruno, greta } from '../support/nordhaus';
import { request } from '../support/request';

// The procedures of the Atrium page "User Management", step by step and under its own headings.

test('Creating a user', async ({ users }) => {
  const settings = await (await users.shell()).openSettings();
  const list = await settings.openUsers();
  const dialog = await list.addUser();
  await dialog.fillIn({ ...greta, role: 'Site-Admin', sites: ['Berlin', 'Hamburg'] });
  await dialog.field('Password').fill(greta.password);
  await dialog.submit();
  await dialog.closed();

  const row = list.row(greta.email);
  await expect(row).toContainText(greta.displayName);
  await expect(row).toContainText('Site-Admin');
  await expect(row).toContainText('Berlin, Hamburg');
  const signIn = await (await list.shell()).signOut();
  const choose = await signIn.signInWithTemporaryPassword(greta);
  await choose.choose('a password of her own');
});

test('Editing a user', async ({ users }) => {
  const settings = await (await users.shell()).openSettings();
  const list = await settings.openUsers();
  const sheet = await list.open(bruno);
  await (await sheet.edit()).save({
    displayName: 'Bruno Keller-Weiß',
    role: 'Site-Admin',
    sites: ['Hamburg'],
  });

  await expect(list.row(bruno.email)).toContainText('Bruno Keller-Weiß');
  await expect(list.row(bruno.email)).toContainText('Site-Admin');
  await expect(list.page.getByRole('complementary')).toContainText('Hamburg');
  const his = await (await (await list.shell()).signOut()).signIn(bruno);
  await expect(his.row(ada.email)).toHaveCount(0);
});

test('Resetting a password', async ({ users }) => {
  const settings = await (await users.shell()).openSettings();
  const list = await settings.openUsers();
  const sheet = await list.open(bruno);
  await (await sheet.resetPassword()).reset('until you pick one');

  const signIn = await (await list.shell()).signOut();
  const choose = await signIn.signInWithTemporaryPassword({ ...bruno, password: 'until you pick one' });
  await choose.choose('nine tin whistles');
});

test('Deactivating a user', async ({ users }) => {
  await hostVisit(users.page);
  const sheet = await users.open(bruno);
  const confirm = await sheet.deactivate();
  await expect(confirm.root).toContainText('1 expected visit');
  await expectAccessibleInLightAndDark(users.page);
  await confirm.confirm();

  await expect(users.row(bruno.email)).toContainText('Inactive');
  await (await users.delete(bruno.email)).confirm();
  // Deactivated or deleted: the visit keeps its host's name.
  expect(await hosts(users.page)).toEqual([bruno.displayName]);
});

test('User count limits', async ({ users }) => {
  await fill(users);
  await expect(users.page.getByText('25 of 25 seats: all taken')).toBeVisible();

  const dialog = await users.addUser();
  await dialog.fillIn({ ...greta, role: 'Member', sites: ['Berlin'] });
  await dialog.field('Password').fill(greta.password);
  await dialog.submit();
  await expect(dialog.refusal).toContainText('25 of 25');
  await expect(dialog.refusal).toContainText(/deactivate/i);
  await expect(dialog.refusal).toContainText(/upgrade/i);
  await expectAccessibleInLightAndDark(users.page);
  await dialog.cancel();
  const invite = await users.inviteUser();
  await invite.tryToInvite(greta.email, { role: 'Member', sites: ['Berlin'] });
  await expect(invite.refusal).toContainText('25 of 25');
  await invite.cancel();

  // Nobody who is there is locked out, and making room is enough.
  const confirm = await users.deactivate(bruno.email);
  await expect(confirm.root).toContainText('seat');
  await confirm.confirm();
  await (await users.addUser()).create({ ...greta, role: 'Member', sites: ['Berlin'] }, greta.password);
  await users.search.fill(greta.email);
  await expect(users.row(greta.email)).toContainText('Active');
});

/** Nordhaus has three people; the built-in tier has 25 seats. */
async function fill(users: UsersPage): Promise<void> {
  const siteIds = [await siteId(users.page, 'Berlin')];
  for (let number = 4; number <= 25; number += 1) {
    const answer = await request(users.page, 'users.create', {
      email: `desk${number}@nordhaus.example`,
      displayName: `Desk ${number}`,
      role: 'member',
      siteIds,
      password: 'seven paper boats',
      mustChangePassword: false,
      removeInvitationId: null,
    });
    expect(answer).toMatchObject({ ok: true });
  }
}

async function hostVisit(page: Page): Promise<void> {
  const site = await siteId(page, 'Berlin');
  const hosted = await request(page, 'visits.hosts', { siteId: site, search: 'Bruno' });
  const answer = await request(page, 'visits.register', {
    siteId: site,
    visitorName: 'Vera Holm',
    hostId: hosted.ok ? (hosted.value.hosts[0]?.id ?? '') : '',
    company: null,
    visitorEmail: null,
    purpose: null,
    expectedArrivalAt: null,
    expectedDepartureAt: null,
  });
  expect(answer).toMatchObject({ ok: true });
}

/** What the expected visits at Berlin call their hosts. */
async function hosts(page: Page): Promise<string[]> {
  const window = {
    siteId: await siteId(page, 'Berlin'),
    tab: 'expected',
    search: '',
    before: null,
    limit: 10,
  } as const;
  const answer = await request(page, 'visits.page', window);
  return answer.ok ? answer.value.rows.map(({ hostName }) => hostName) : [];
}

async function siteId(page: Page, name: string): Promise<string> {
  const answer = await request(page, 'sites.list', {});
  const found = answer.ok ? answer.value.sites.find((site) => site.name === name) : undefined;
  return found?.id ?? '';
}
