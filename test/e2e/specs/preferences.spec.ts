import { expect, test } from '../fixtures';
import type { SignInPage } from '../pages/sign-in-page';
import { expectAccessible } from '../support/accessible';
import { ada } from '../support/nordhaus';

/** Started as from a menu: the person's own language counts. The system speaks English. */
test.use({ language: null });

test('language and theme are switched in the app and remembered for Ada alone', async ({ users, desk }) => {
  const settings = await (await users.shell()).openSettings();
  await settings.open('Language');
  await settings.choose('Appearance', 'Dark');
  await expect.poll(() => settings.isDark()).toBe(true);
  await expectAccessible(settings.page);
  await settings.choose('Language of the app', 'Deutsch');
  await expect(settings.page.getByRole('heading', { name: 'Sprache und Darstellung' })).toBeVisible();

  const page = await desk.restart();
  await expect(page.getByRole('button', { name: /^(Sign in|Anmelden)$/ })).toBeVisible();
  await page.getByLabel(/^(Email|E-Mail)$/).fill(ada.email);
  await page.getByLabel(/^(Password|Passwort)$/).fill(ada.password);
  await page.getByRole('button', { name: /^(Sign in|Anmelden)$/ }).click();

  await expect(page.getByRole('button', { name: 'Konto', exact: true })).toBeVisible();
  await expect.poll(() => settings.isDark(page)).toBe(true);
});

test('the account menu leads to the language too', async ({ users }) => {
  await (await users.shell()).account('Language');
  const dialog = users.page.getByRole('dialog', { name: 'Language', exact: true });
  await expectAccessible(users.page);
  await dialog.getByRole('radio', { name: 'Deutsch', exact: true }).check();
  // It holds at once, so the way out is German already.
  await users.page.getByRole('button', { name: 'Fertig', exact: true }).click();
  await expect(users.page.getByRole('heading', { name: 'Benutzer', exact: true })).toBeVisible();
});

test('Lock hides everything until the password is given, and takes nothing away', async ({ users }) => {
  const shell = await users.shell();
  await shell.account('Lock');
  await expect(users.page.getByRole('heading', { name: 'Locked', exact: true })).toBeVisible();
  await expect(users.page.getByText(ada.email)).toHaveCount(0);
  await expectAccessible(users.page);

  await users.page.getByLabel('Password', { exact: true }).fill('not her password');
  await users.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(users.page.getByRole('alert')).toBeVisible();
  await users.page.getByLabel('Password', { exact: true }).fill(ada.password);
  await users.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(users.row(ada.email)).toBeVisible();
});

test('one changes one’s own password by giving the current one', async ({ users }) => {
  await (await users.shell()).account('Change password');
  const dialog = users.page.getByRole('dialog', { name: 'Change password', exact: true });
  await expectAccessible(users.page);
  await dialog.getByLabel('Current password', { exact: true }).fill(ada.password);
  await dialog.getByLabel('New password', { exact: true }).fill('twelve blue doors');
  await dialog.getByLabel('Confirm password', { exact: true }).fill('twelve blue doors');
  await dialog.getByRole('button', { name: 'Change password', exact: true }).click();
  await expect(dialog).toBeHidden();

  const signIn: SignInPage = await (await users.shell()).signOut();
  await signIn.signIn({ email: ada.email, password: 'twelve blue doors' });
});
