import { expect, test } from '../fixtures';
import { SetUpPage } from '../pages/set-up-page';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada, nordhaus } from '../support/nordhaus';

test.use({ beginning: 'empty' });

test('Ada sets up a new desk and lands on Users, its only administrator', async ({ desk }) => {
  const setUp = await SetUpPage.shown(desk.window);
  await expectAccessibleInLightAndDark(desk.window);

  const users = await setUp.create({ ...nordhaus, ...ada, roles: 'Three roles' });

  const row = users.row(ada.email);
  await expect(row).toContainText('Ada Lindqvist');
  await expect(row).toContainText('Active');
  await expect(row).toContainText('Tenant-Admin');
  await expect(row).toContainText('Organization-wide');
  await expect(users.card('Total Users')).toContainText('1');
  await expect(users.card('Administrators')).toContainText('1');
  await expect(users.card('Pending Invitations')).toContainText('0');
  await expectAccessibleInLightAndDark(desk.window);
});

test('set-up is done once: the next start asks to sign in', async ({ desk }) => {
  const setUp = await SetUpPage.shown(desk.window);
  await setUp.create({ ...nordhaus, ...ada, roles: 'Two roles' });

  const signIn = await SignInPage.shown(await desk.restart());
  await expectAccessibleInLightAndDark(signIn.page);
  const users = await signIn.signIn(ada);

  // Two roles call her Admin.
  await expect(users.row(ada.email)).toContainText('Admin');
});
