import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { Dialog } from '../pages/dialog';
import { RecoveryKitDialog } from '../pages/recovery-kit-dialog';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada, bruno } from '../support/nordhaus';
import { expectNothingLeftOver, expectOnePage } from '../support/printing';

const newPassword = 'eleven quiet ferns';

test('Ada prints the recovery kit, locks herself out, and gets in again by its code, once', async ({
  desk,
  users,
}) => {
  await users.printRecoveryKit.click();
  const kit = await RecoveryKitDialog.shown(users.page);
  const code = await kit.code();
  const key = await kit.databaseKey();
  await expectAccessibleInLightAndDark(users.page);

  // She leaves the dialog for files once: nothing is said, and the code is still there.
  await desk.savesSheetsAs(null);
  await kit.print();
  await expectNothingLeftOver(users.page);
  await expect(kit.refusal).toHaveCount(0);

  const file = join(desk.dataFolder, 'kit.pdf');
  await desk.savesSheetsAs(file);
  await kit.print();
  await expect(kit.root.getByRole('status')).toContainText('kit.pdf');
  expectOnePage(file, 'A4');
  await expectNothingLeftOver(users.page);

  await kit.done();
  await expect(users.printRecoveryKit).toHaveCount(0);
  await expect(users.page.getByText(code)).toHaveCount(0);
  await expect(users.page.getByText(key)).toHaveCount(0);

  const signIn = await (await users.shell()).signOut();
  for (let n = 0; n < 5; n += 1) {
    await signIn.tryToSignIn({ ...ada, password: `not the password ${n}` });
    await expect(signIn.refusal).toBeVisible();
    await expect(signIn.password).toHaveValue('');
  }
  await signIn.tryToSignIn(ada);
  await expect(signIn.refusal).toBeVisible();

  const recovery = await signIn.useRecoveryCode();
  await expectAccessibleInLightAndDark(recovery.page);
  await recovery.tryToUse({ email: bruno.email, code, password: newPassword });
  await expect(recovery.refusal).toContainText('can’t be used together');
  const back = await recovery.use({ email: ada.email, code: code.toLowerCase(), password: newPassword });
  await expect(back.email).toHaveValue(ada.email);
  await expect(back.notice).toContainText('Your new password is set.');

  const again = await back.useRecoveryCode();
  await again.tryToUse({ email: ada.email, code, password: 'another quiet fern' });
  await expect(again.refusal).toBeVisible();

  // The code is used up, so the banner asks for a new one.
  const home = await (await again.back()).signIn({ email: ada.email, password: newPassword });
  await expect(home.printRecoveryKit).toBeVisible();
  await expectAccessibleInLightAndDark(home.page);
});

test('leaving the kit without Done keeps the banner, on the Dashboard too, and nobody else is asked', async ({
  users,
}) => {
  await users.printRecoveryKit.click();
  const kit = await RecoveryKitDialog.shown(users.page);
  const code = await kit.code();
  await kit.cancel();
  await expect(users.printRecoveryKit).toBeVisible();

  const shell = await users.shell();
  await shell.link('Dashboard').click();
  await expect(users.printRecoveryKit).toBeVisible();
  await users.printRecoveryKit.click();
  const another = await RecoveryKitDialog.shown(users.page);
  expect(await another.code()).not.toBe(code);
  await another.done();
  await expect(users.printRecoveryKit).toHaveCount(0);

  const own = await (await shell.signOut()).signInTo(bruno);
  await expect(own.link('Dashboard')).toBeVisible();
  await expect(users.printRecoveryKit).toHaveCount(0);
});

test('slips for a temporary password and for an invitation are one small page each', async ({
  desk,
  users,
}) => {
  const password = join(desk.dataFolder, 'password.pdf');
  await desk.savesSheetsAs(password);
  const dora = {
    email: 'dora@nordhaus.example',
    displayName: 'Dora Öz',
    role: 'Member' as const,
    sites: ['Berlin'],
  };
  const handOver = await (await users.addUser()).createWithGeneratedPassword(dora);
  await handOver.button('Print').click();
  await expect(handOver.root.getByRole('status')).toContainText('password.pdf');
  expectOnePage(password, 'A6');
  await expectNothingLeftOver(users.page);
  await handOver.done();

  const slip = join(desk.dataFolder, 'slip.pdf');
  await desk.savesSheetsAs(slip);
  const ready = await (await users.inviteUser()).invite('erik@nordhaus.example', {
    role: 'Member',
    sites: ['Hamburg'],
  });
  await ready.button('Print slip').click();
  await expect(ready.root.getByRole('status').filter({ hasText: 'slip.pdf' })).toBeVisible();
  expectOnePage(slip, 'A6');
  await expectNothingLeftOver(users.page);
  await expectAccessibleInLightAndDark(users.page);
});

test('Settings say how things stand, and a renewed code ends the one on the old sheet', async ({ users }) => {
  await users.printRecoveryKit.click();
  const kit = await RecoveryKitDialog.shown(users.page);
  const lost = await kit.code();
  await kit.done();

  const shell = await users.shell();
  const settings = await shell.openSettings();
  await settings.open('Security');
  const panel = settings.page.getByRole('region', { name: 'Recovery kit', exact: true });
  await expect(panel).toContainText('On paper');
  await panel.getByRole('button', { name: 'Renew recovery code', exact: true }).click();
  const asked = new Dialog(settings.page, 'Renew recovery code');
  await expectAccessibleInLightAndDark(settings.page);
  await asked.cancel();
  await expect(panel).toContainText('On paper');

  await panel.getByRole('button', { name: 'Renew recovery code', exact: true }).click();
  await asked.button('Renew recovery code').click();
  const renewed = await RecoveryKitDialog.shown(settings.page);
  expect(await renewed.code()).not.toBe(lost);
  await renewed.cancel();
  await expect(panel).toContainText('Made, not confirmed as printed');
  await panel.getByRole('button', { name: 'Print recovery kit', exact: true }).click();
  await (await RecoveryKitDialog.shown(settings.page)).done();
  await expect(panel).toContainText('On paper');
  await expectAccessibleInLightAndDark(settings.page);

  const recovery = await (await shell.signOut()).useRecoveryCode();
  await recovery.tryToUse({ email: ada.email, code: lost, password: newPassword });
  await expect(recovery.refusal).toBeVisible();
});
