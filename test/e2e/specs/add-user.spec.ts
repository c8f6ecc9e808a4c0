import { expect, test } from '../fixtures';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada, bruno } from '../support/nordhaus';

const dora = { displayName: 'Dora Öz', email: 'dora@nordhaus.example' };
const chosen = 'seven paper boats';

test('Dora gets a generated password, changes it at her first sign-in and sees only what a Site-Admin may', async ({
  users,
}) => {
  const dialog = await users.addUser();
  await expectAccessibleInLightAndDark(users.page);
  await expect(dialog.mustChange).toBeChecked();

  const handOver = await dialog.createWithGeneratedPassword({
    ...dora,
    role: 'Site-Admin',
    sites: ['Hamburg'],
  });
  const password = await handOver.password();
  expect([...password].length).toBeGreaterThanOrEqual(10);
  await expect(handOver.field('Temporary password')).toHaveAttribute('readonly', '');
  await expectAccessibleInLightAndDark(users.page);
  await handOver.done();

  const row = users.row(dora.email);
  await expect(row).toContainText('Active');
  await expect(row).toContainText('Site-Admin');
  await expect(row).toContainText('Hamburg');
  await expect(row).toContainText('never (created');
  await expect(users.page.getByText(password)).toHaveCount(0);

  const signIn = await (await users.shell()).signOut();
  const choose = await signIn.signInWithTemporaryPassword({ email: dora.email, password });
  await expectAccessibleInLightAndDark(choose.page);
  const shell = await choose.choose(chosen);

  // Hamburg's people only, and nothing to do with them: user management stays with the Tenant-Admin.
  const own = await shell.openUsers();
  await expect(own.row(dora.email)).toBeVisible();
  await expect(own.row(bruno.email)).toHaveCount(0);
  await expect(own.page.getByRole('button', { name: 'Add User', exact: true })).toHaveCount(0);
  await expect(own.page.getByRole('button', { name: 'Invite User', exact: true })).toHaveCount(0);
  await expect(own.page.getByRole('button', { name: /^Actions for/ })).toHaveCount(0);
  await expectAccessibleInLightAndDark(own.page);

  const backAgain = await shell.signOut();
  await backAgain.tryToSignIn({ email: dora.email, password });
  await expect(backAgain.refusal).toBeVisible();
  await backAgain.signInTo({ email: dora.email, password: chosen });
});

test('a password the admin types is not shown again, and a Member sees no administration', async ({
  users,
}) => {
  const dialog = await users.addUser();
  await dialog.mustChange.uncheck();
  await dialog.create({ ...dora, role: 'Member', sites: ['Berlin', 'Hamburg'] }, chosen);

  await expect(users.page.getByRole('dialog')).toHaveCount(0);
  await expect(users.row(dora.email)).toContainText('Berlin, Hamburg');

  const signIn = await (await users.shell()).signOut();
  const shell = await signIn.signInTo({ email: dora.email, password: chosen });
  await expect(shell.link('Users')).toHaveCount(0);
  await expect(shell.link('Sites')).toHaveCount(0);
  await expectAccessibleInLightAndDark(shell.page);
});

test('a temporary password that was never used is spent after 72 hours', async ({ users, clock }) => {
  const dialog = await users.addUser();
  const handOver = await dialog.createWithGeneratedPassword({ ...dora, role: 'Member', sites: ['Berlin'] });
  const password = await handOver.password();
  await handOver.done();
  const signIn = await (await users.shell()).signOut();

  clock.advance(72 * 3_600_000);
  await signIn.tryToSignIn({ email: dora.email, password });
  await expect(signIn.refusal).toContainText('temporary password has expired');

  const again = await signIn.signIn(ada);
  const reset = await again.resetPassword(dora.email);
  const fresh = await reset.resetToGenerated();
  const next = await fresh.password();
  await fresh.done();
  const back = await (await again.shell()).signOut();
  await back.signInWithTemporaryPassword({ email: dora.email, password: next });
});
