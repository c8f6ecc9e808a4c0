import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { minute, second } from '../support/clock';
import { ada, bruno } from '../support/nordhaus';
import { mainHasSeen } from '../support/tick';

test('a new role waits for the token refresh: the old view at 14:59, the new one at 15:01', async ({
  desk,
  users,
  clock,
}) => {
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  const brunos = await (await SignInPage.shown(window)).signInTo(bruno);
  await expect(brunos.link('Users')).toHaveCount(0);

  const dialog = await users.edit(bruno.email);
  await expectAccessibleInLightAndDark(users.page);
  await dialog.save({ displayName: 'Bruno Keller-Weiß', role: 'Site-Admin', sites: ['Berlin', 'Hamburg'] });
  await expect(users.row(bruno.email)).toContainText('Bruno Keller-Weiß');
  await expect(users.row(bruno.email)).toContainText('Site-Admin');
  await expect(users.row(bruno.email)).toContainText('Berlin, Hamburg');

  clock.advance(14 * minute + 50 * second);
  await mainHasSeen(window, clock);
  await expect(brunos.link('Users')).toHaveCount(0);

  // Navigation follows by itself, without a reload.
  clock.advance(11 * second);
  await expect(brunos.link('Users')).toBeVisible();
  const his = await brunos.openUsers();
  await expect(his.row(bruno.email)).toContainText('Site-Admin');
});

test('Apply now ends the session, so that the new role holds at the next sign-in', async ({
  desk,
  users,
}) => {
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  await (await SignInPage.shown(window)).signInTo(bruno);

  const dialog = await users.edit(bruno.email);
  await dialog.save({ role: 'Site-Admin', applyNow: true });

  const signIn = await SignInPage.shown(window);
  await expect(signIn.notice.first()).toBeVisible();
  const brunos = await signIn.signInTo(bruno);
  await expect(brunos.link('Users')).toBeVisible();
});

test('Reset Password ends the sessions and leads to a password of their own', async ({ desk, users }) => {
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  await (await SignInPage.shown(window)).signInTo(bruno);

  const dialog = await users.resetPassword(bruno.email);
  await expectAccessibleInLightAndDark(users.page);
  await dialog.reset('until you pick one');
  await expect(users.row(bruno.email)).toContainText('new password due');

  const signIn = await SignInPage.shown(window);
  await signIn.tryToSignIn(bruno);
  await expect(signIn.refusal).toBeVisible();
  const choose = await signIn.signInWithTemporaryPassword({
    email: bruno.email,
    password: 'until you pick one',
  });
  await choose.choose('nine tin whistles');
  await expect(users.row(bruno.email)).not.toContainText('new password due');
});

test('Deactivate User ends the session in the other window at once; Reactivate User brings the account back', async ({
  desk,
  users,
}) => {
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  await (await SignInPage.shown(window)).signInTo(bruno);

  const deactivate = await users.deactivate(bruno.email);
  await expect(deactivate.root).toContainText(bruno.displayName);
  await expectAccessibleInLightAndDark(users.page);
  await deactivate.confirm();

  const signIn = await SignInPage.shown(window);
  await expectAccessibleInLightAndDark(window);
  await expect(users.notice).toContainText(`Deactivated ${bruno.displayName}`);
  const row = users.row(bruno.email);
  await expect(row).toContainText('Inactive');
  await expect(row).toContainText('–');
  await signIn.tryToSignIn(bruno);
  await expect(signIn.refusal).toContainText('inactive');

  const reactivate = await users.reactivate(bruno.email);
  await expectAccessibleInLightAndDark(users.page);
  await reactivate.reactivate({ role: 'Member', sites: ['Hamburg'] }, 'until you pick one');
  await expect(row).toContainText('Active');
  await expect(row).toContainText('Hamburg');

  const choose = await signIn.signInWithTemporaryPassword({
    email: bruno.email,
    password: 'until you pick one',
  });
  await choose.choose('nine tin whistles');
});

test('the last Tenant-Admin stays: she can neither step down nor be taken away', async ({ users }) => {
  expect(await users.offered(ada.email)).toEqual(['Edit User']);

  const dialog = await users.edit(ada.email);
  await dialog.change({ role: 'Member', sites: ['Berlin'] });
  await dialog.field('Your password').fill(ada.password);
  await dialog.submit();
  await expect(dialog.refusal).toBeVisible();
  await dialog.cancel();
  await expect(users.row(ada.email)).toContainText('Tenant-Admin');
});
