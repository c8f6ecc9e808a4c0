import { rmSync } from 'node:fs';
import { expect, test } from '../fixtures';
import { Dialog } from '../pages/dialog';
import { PassphrasePage } from '../pages/passphrase-page';
import { RecoveryKeyForm } from '../pages/recovery-key-form';
import { RecoveryKitDialog } from '../pages/recovery-kit-dialog';
import type { SettingsPage } from '../pages/settings-page';
import { SignInPage } from '../pages/sign-in-page';
import type { UsersPage } from '../pages/users-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada, bruno } from '../support/nordhaus';

const passphrase = 'nine dozen owls';

/** Prints the kit; answers the key on it. */
async function keyOnPaper(users: UsersPage): Promise<string> {
  await users.printRecoveryKit.click();
  const kit = await RecoveryKitDialog.shown(users.page);
  const key = await kit.databaseKey();
  await kit.done();
  return key;
}

async function securityOf(users: UsersPage): Promise<SettingsPage> {
  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  return settings;
}

/** Presses the act's button, fills its dialog, and presses the act there. */
async function perform(
  page: SettingsPage['page'],
  act: string,
  fields: Record<string, string>,
): Promise<Dialog> {
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = new Dialog(page, act);
  await expect(dialog.root).toBeVisible();
  for (const [label, value] of Object.entries(fields)) await dialog.field(label).fill(value);
  await dialog.button(act).click();
  return dialog;
}

test('the computer has lost the key: Ada types the one from the kit, and everything is there', async ({
  desk,
  users,
}) => {
  const key = await keyOnPaper(users);
  await desk.close();
  rmSync(desk.keychainFile);

  const form = await RecoveryKeyForm.shown(await desk.start());
  await expect(form.page.getByRole('heading', { name: 'The key to the database is missing' })).toBeVisible();
  await expectAccessibleInLightAndDark(form.page);
  const [first = '', second = ''] = key.split('\n');
  await form.tryToOpen(
    key.replace(
      first,
      first.replace(/^./, (letter) => (letter === '7' ? '8' : '7')),
    ),
  );
  await expect(form.refusal).toContainText('Line 1');
  await form.tryToOpen(key.replace(second, ''));
  await expect(form.refusal).toContainText('45');

  const signIn = await form.open(key.toLowerCase().replaceAll('-', ' '));
  const back = await signIn.signIn(ada);
  await expect(back.row(bruno.email)).toBeVisible();

  // It is kept again: the next start asks for nothing.
  await desk.close();
  const next = await desk.start();
  await expect(next.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('a start passphrase is asked before anybody signs in, and a wrong one costs time', async ({
  desk,
  users,
}) => {
  const { page } = await securityOf(users);
  await expect(page.getByText('None', { exact: true })).toBeVisible();
  const refused = await perform(page, 'Set start passphrase', {
    'Start passphrase': passphrase,
    'Confirm start passphrase': passphrase,
    'Your password': 'not my password',
  });
  await expect(refused.root.getByText('That password isn’t right.')).toBeVisible();
  await expectAccessibleInLightAndDark(page);
  await refused.field('Your password').fill(ada.password);
  await refused.button('Set start passphrase').click();
  await expect(page.getByText('Asked at every start', { exact: true })).toBeVisible();
  await expectAccessibleInLightAndDark(page);

  const asked = await PassphrasePage.shown(await desk.restart());
  await expectAccessibleInLightAndDark(asked.page);
  for (let n = 0; n < 4; n += 1) {
    await asked.tryToOpen(`wrong ${n}`);
    await expect(asked.refusal).toContainText('isn’t the start passphrase');
    await expect(asked.field).toHaveValue('');
  }
  await asked.tryToOpen('wrong again');
  await expect(asked.refusal).toContainText('Try again in 5 seconds');
  await asked.tryToOpen(passphrase);
  await expect(asked.refusal).toContainText('Try again in');

  const later = await PassphrasePage.shown(await desk.restart());
  await later.tryToOpen(passphrase);
  await expect(later.refusal).toContainText('Try again in');
  desk.clock.advance(5000);
  const inside = await (await later.open(passphrase)).signIn(ada);
  await expect(inside.row(bruno.email)).toBeVisible();

  const settings = await securityOf(inside);
  await perform(settings.page, 'Remove start passphrase', { 'Your password': ada.password });
  await expect(settings.page.getByText('None', { exact: true })).toBeVisible();
  const start = await desk.restart();
  await expect(start.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('a forgotten start passphrase gives way to the recovery key', async ({ desk, users }) => {
  const key = await keyOnPaper(users);
  const { page } = await securityOf(users);
  await perform(page, 'Set start passphrase', {
    'Start passphrase': passphrase,
    'Confirm start passphrase': passphrase,
    'Your password': ada.password,
  });
  await expect(page.getByText('Asked at every start', { exact: true })).toBeVisible();

  const asked = await PassphrasePage.shown(await desk.restart());
  const form = await asked.forgotten();
  await expectAccessibleInLightAndDark(form.page);
  const back = await (await form.open(key)).signIn(ada);
  const settings = await securityOf(back);
  await expect(settings.page.getByText('None', { exact: true })).toBeVisible();
});

test('Ada changes the key: everybody signs in again, everything is there, and the kit is due again', async ({
  desk,
  users,
}) => {
  const old = await keyOnPaper(users);
  const { page } = await securityOf(users);
  await perform(page, 'Change key', { 'Your password': ada.password });
  const signIn = await SignInPage.shown(page);
  await expect(signIn.notice).toContainText('has a new key');
  await expectAccessibleInLightAndDark(page);
  const back = await signIn.signIn(ada);
  await expect(back.row(bruno.email)).toBeVisible();
  const fresh = await keyOnPaper(back);
  expect(fresh).not.toBe(old);

  await desk.close();
  rmSync(desk.keychainFile);
  const form = await RecoveryKeyForm.shown(await desk.start());
  await form.tryToOpen(old);
  await expect(form.refusal).toContainText('earlier key');
  const again = await (await form.open(fresh)).signIn(ada);
  await expect(again.row(bruno.email)).toBeVisible();
});
