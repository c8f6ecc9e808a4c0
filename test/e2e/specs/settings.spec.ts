import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { LockedPage } from '../pages/locked-page';
import type { SettingsPage } from '../pages/settings-page';
import type { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import type { UsersPage } from '../pages/users-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { minute } from '../support/clock';
import type { Desk } from '../support/desk';
import { ada, bruno, carla, nordhaus } from '../support/nordhaus';

const erik = 'erik@nordhaus.example';

test('a new name of the organisation stands in every window at once', async ({ users, desk }) => {
  const other = await (await openWindow(desk, users)).signInTo(bruno);
  const settings = await (await users.shell()).openSettings();
  await expect(settings.field('Organisation name')).toHaveValue(nordhaus.name);
  await expectAccessibleInLightAndDark(settings.page);

  await settings.field('Organisation name').fill('  Nordhaus Verlag ');
  await settings.field('Visit data kept for').fill('90');
  await settings.save();

  await expect(settings.notice).toHaveText('Settings saved');
  await expect(settings.field('Organisation name')).toHaveValue('Nordhaus Verlag');
  await expect(other.page.getByText('Nordhaus Verlag', { exact: true })).toBeVisible();
});

test('what is out of range is said at its field, and nothing is saved', async ({ users }) => {
  const settings = await (await users.shell()).openSettings();
  await settings.field('Organisation name').fill('');
  await settings.field('Visit data kept for').fill('4000');
  await settings.trySave();
  await expect(settings.field('Organisation name')).toHaveAccessibleDescription('Enter a name.');
  await expect(settings.field('Visit data kept for')).toHaveAccessibleDescription(
    'Enter a whole number from 1 to 3,650.',
  );

  await settings.discard.click();
  await expect(settings.field('Organisation name')).toHaveValue(nordhaus.name);
  await expect(settings.field('Visit data kept for')).toHaveValue('365');
});

test('Two roles are refused with the list of who stands in the way, and hold at once when nobody does', async ({
  users,
  desk,
}) => {
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin' });
  await (await users.edit(carla.email)).save({ sites: ['Berlin', 'Hamburg'] });
  const ready = await (await users.inviteUser()).invite(erik, {
    role: 'Member',
    sites: ['Berlin', 'Hamburg'],
  });
  await ready.take();
  const other = await (await openWindow(desk, users)).signIn(ada);

  const shell = await users.shell();
  let settings = await shell.openSettings();
  await settings.choose('Role model', 'Two roles');
  await settings.trySave();
  await expect(settings.refusal).toContainText('Two roles');
  await expect(settings.inTheWay('Site-Admins')).toHaveText([bruno.displayName]);
  await expect(settings.inTheWay('People with several sites')).toHaveText([carla.displayName]);
  await expect(settings.inTheWay('Open invitations')).toHaveText([erik]);
  await expectAccessibleInLightAndDark(settings.page);

  // Each leads to where something can be done; what was chosen waits.
  await settings.goTo(bruno.displayName);
  await expect.poll(() => users.emails()).toEqual([bruno.email]);
  await (await users.edit(bruno.email)).save({ role: 'Member' });
  settings = await shell.openSettings();
  await settings.trySave();
  await expect(settings.inTheWay('Site-Admins')).toHaveCount(0);
  await settings.goTo(carla.displayName);
  await (await users.edit(carla.email)).save({ sites: ['Hamburg'] });
  settings = await shell.openSettings();
  await settings.trySave();
  await settings.goTo(erik);
  await expect.poll(() => users.emails()).toEqual([erik]);
  await (await users.removeInvitation(erik)).confirm();
  settings = await shell.openSettings();
  await settings.save();

  await expect(other.row(carla.email)).toContainText('User');
  expect(await other.filter('Role').offered()).toEqual(['Any', 'Admin', 'User']);
  const invite = await other.inviteUser();
  expect(await invite.choice('Role').offered()).toEqual(['Admin', 'User']);
  await expect(invite.choice('Site').field).toBeVisible();
  await invite.cancel();
  const edit = await other.edit(bruno.email);
  await expect(edit.choice('Role').field).toHaveText('User');
  await expect(edit.choice('Site').field).toHaveText('Berlin');
});

test('whoever saves second sees first what stands there now, and keeps their own change', async ({
  users,
  desk,
}) => {
  const second = await (await openWindow(desk, users)).signIn(ada);
  const theirs = await (await second.shell()).openSettings();
  const own = await (await users.shell()).openSettings();
  await own.field('Visit data kept for').fill('90');

  await theirs.field('Organisation name').fill('Nordhaus Verlag');
  await theirs.save();

  await own.trySave();
  await expect(own.refusal).toContainText('changed these settings meanwhile');
  const loaded = await own.showWhatStandsHereNow();
  await expect(loaded).toContainText('Organisation name is now “Nordhaus Verlag”.');
  await expect(own.field('Visit data kept for')).toHaveValue('90');
  await own.save();
  await expect(theirs.field('Visit data kept for')).toHaveValue('90');
  await expect(theirs.field('Organisation name')).toHaveValue('Nordhaus Verlag');
});

test('a change waits on its page until it is saved or discarded, other pages or a lock notwithstanding', async ({
  users,
}) => {
  const shell = await users.shell();
  const settings = await shell.openSettings();
  await settings.field('Organisation name').fill('Half a na');
  await settings.open('Security');
  await settings.field('Lock after').fill('20');
  // The two pages share a row, but not a field.
  await settings.save();
  await expect(settings.link('Organisation')).toHaveAccessibleDescription('Not saved yet');
  await shell.openUsers();
  await shell.account('Lock');
  await (await LockedPage.shown(users.page)).unlock(ada.password);

  // Settings open where they were left.
  await shell.openSettings();
  await expect(settings.field('Lock after')).toHaveValue('20');
  await settings.open('Organisation');
  await expect(settings.field('Organisation name')).toHaveValue('Half a na');
  await settings.field('Organisation name').fill('Half a name');
  await settings.save();
  await expect(settings.link('Organisation')).toHaveAccessibleDescription('');
});

test('who sets first passwords decides what Add User asks for, in windows that are open too', async ({
  users,
  desk,
}) => {
  const other = await (await openWindow(desk, users)).signIn(ada);
  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  await expectAccessibleInLightAndDark(settings.page);

  await settings.initialPassword.choose('Set by the admin');
  await settings.save();
  let dialog = await other.addUser();
  await expect(dialog.button('Generate password')).toHaveCount(0);
  await dialog.cancel();

  await settings.initialPassword.choose('Generated');
  await settings.save();
  dialog = await other.addUser();
  await expect(dialog.field('Password')).not.toBeEditable();
  await dialog.cancel();
});

test('a window locks after as many minutes as the organisation has decided', async ({ users, desk }) => {
  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  await settings.field('Lock after').fill('2');
  await settings.save();

  // Another journey's window that opens or closes on the same screen is a mouse over this one: the time starts anew.
  await expect(async () => {
    await desk.sitStill(2 * minute);
    await LockedPage.shown(users.page);
  }).toPass();
  await (await LockedPage.shown(users.page)).unlock(ada.password);
});

test('delegated administration gives a Site-Admin buttons, and takes them, without a reload', async ({
  users,
  desk,
}) => {
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin' });
  const brunos = await (await openWindow(desk, users)).signIn(bruno);
  const invite = brunos.page.getByRole('button', { name: 'Invite User', exact: true });
  await expect(invite).toHaveCount(0);

  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  await settings.delegation.check();
  await settings.save();
  await expect(invite).toBeVisible();

  await settings.delegation.uncheck();
  await settings.save();
  await expect(invite).toHaveCount(0);
});

test('a Site-Admin reads what the organisation has decided, and a Member finds their own choices only', async ({
  users,
  desk,
}) => {
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin' });
  const brunos = await openSettingsAs(await openWindow(desk, users), bruno);
  await expect(brunos.page.getByRole('definition').first()).toHaveText(nordhaus.name);
  await expect(brunos.page.getByRole('textbox')).toHaveCount(0);
  await expect(brunos.link('Security')).toHaveCount(0);
  await expectAccessibleInLightAndDark(brunos.page);

  const carlas = await openSettingsAs(await openWindow(desk, users), carla);
  await expect(carlas.link('Organisation')).toHaveCount(0);
  await expect(carlas.link('Licence')).toHaveCount(0);
  await expect(carlas.link('Language')).toHaveAttribute('aria-current', 'page');
});

test('every page of Settings fits into a small window, in German too', async ({ users, desk }) => {
  await desk.resize(users.page, 1024, 700);
  const settings = await (await users.shell()).openSettings();
  for (const section of ['Security', 'Mail', 'Licence', 'Organisation'] as const) {
    await settings.open(section);
    expect(await sidewaysScroll(users.page)).toBe(0);
  }
  await settings.open('Language');
  await settings.choose('Language of the app', 'Deutsch');
  for (const section of ['Organisation', 'Sicherheit', 'Mail', 'Lizenz']) {
    await users.page.getByRole('link', { name: section, exact: true }).click();
    expect(await sidewaysScroll(users.page)).toBe(0);
  }
});

async function openWindow(desk: Desk, users: UsersPage): Promise<SignInPage> {
  return SignInPage.shown(await desk.windowFrom(async () => (await users.shell()).account('New window')));
}

async function openSettingsAs(signIn: SignInPage, person: typeof ada): Promise<SettingsPage> {
  const shell: Shell = await signIn.signInTo(person);
  return shell.openSettings();
}

/** How far the page could be moved sideways, in px. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
}
