import { expect, test } from '../fixtures';
import { LockedPage } from '../pages/locked-page';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada, bruno, carla } from '../support/nordhaus';

test('a deactivation is undone from the line after it: role, site and password are as before', async ({
  users,
  desk,
}) => {
  await (await users.deactivate(bruno.email)).confirm();
  await expect(users.notice).toContainText('Deactivated Bruno Keller');
  await expect(users.cell(bruno.email, 'Status')).toContainText('Inactive');
  await expect(users.undo).not.toBeFocused();
  await expectAccessibleInLightAndDark(users.page);

  // It stays while one looks elsewhere.
  await (await users.shell()).openSites();
  const back = await (await users.shell()).openUsers();
  await back.undo.click();

  await expect(back.notice).toContainText('Bruno Keller is active again, with role and sites as before');
  await expect(back.undo).toHaveCount(0);
  await expect(back.cell(bruno.email, 'Status')).toContainText('Active');
  await expect(back.cell(bruno.email, 'Site')).toHaveText('Berlin');
  const other = await desk.windowFrom(async () => {
    await (await users.shell()).account('New window');
  });
  await (await SignInPage.shown(other)).signInTo(bruno);
});

test('a change of role and sites is undone without a mouse', async ({ users }) => {
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin', sites: ['Hamburg'] });
  await expect(users.cell(bruno.email, 'Site')).toHaveText('Hamburg');
  await users.page.keyboard.press('Control+z');
  await expect(users.notice).toContainText('Role and sites of Bruno Keller are as before');
  await expect(users.cell(bruno.email, 'Role')).toHaveText('Member');
  await expect(users.cell(bruno.email, 'Site')).toHaveText('Berlin');
});

test('later it is undone from the person’s history, once, and the log says so', async ({ users }) => {
  await (await users.deactivate(carla.email)).confirm();
  const sheet = await users.open(carla);
  await sheet.undo.click();
  await expect(sheet.history.first()).toContainText('Ada Lindqvist undid the deactivation.');
  await expect(sheet.history.first()).toContainText(/Site.*Hamburg/);
  await expect(sheet.undo).toHaveCount(0);

  const activity = await (await users.shell()).openActivity();
  await expect(activity.entries.nth(1)).toContainText('Ada Lindqvist undid the deactivation of Carla Weiß.');
  await activity.entries.nth(2).press('Enter');
  await expect(activity.sheet).toContainText('deactivated Carla Weiß');
  await expect(activity.sheet.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('it is undone from Activity, too', async ({ users }) => {
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin' });
  const activity = await (await users.shell()).openActivity();
  await activity.entries.nth(1).press('Enter');
  await activity.sheet.getByRole('button', { name: /^Undo: / }).click();
  await expect(activity.entries.first()).toContainText('undid the change of role and sites of Bruno Keller.');
  await expect(activity.sheet.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('it is refused, with the reason, once somebody else has changed the person', async ({ users, desk }) => {
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin' });
  await expect(users.undo).toBeVisible();
  const other = await desk.windowFrom(async () => {
    await (await users.shell()).account('New window');
  });
  const there = await (await SignInPage.shown(other)).signIn(ada);
  await (await there.edit(bruno.email)).save({ sites: ['Hamburg'] });

  await users.page.bringToFront();
  await users.undo.click();
  await expect(users.refusal).toContainText(
    'The account of Bruno Keller has been changed since. Edit it instead.',
  );
  await expect(users.cell(bruno.email, 'Site')).toHaveText('Hamburg');
  await expect(users.cell(bruno.email, 'Role')).toHaveText('Site-Admin');
});

test('a window that was locked offers it no more', async ({ users }) => {
  await (await users.deactivate(bruno.email)).confirm();
  await expect(users.undo).toBeVisible();
  await (await users.shell()).account('Lock');
  await (await LockedPage.shown(users.page)).unlock(ada.password);
  await expect(users.row(bruno.email)).toBeVisible();
  await expect(users.undo).toHaveCount(0);
});
