import { expect, test } from '../fixtures';
import { SetUpPage } from '../pages/set-up-page';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessible } from '../support/accessible';
import { ada, bruno, carla, nordhaus } from '../support/nordhaus';

test.describe('on an empty desk', () => {
  test.use({ beginning: 'empty' });

  test('set-up says next to each field what is wrong with it', async ({ desk }) => {
    const setUp = await SetUpPage.shown(desk.window);
    await setUp.submit();
    for (const label of ['Organisation name', 'First site', 'Display Name', 'Email', 'Password'] as const) {
      await expect(setUp.field(label)).toHaveAttribute('aria-invalid', 'true');
      await expect(setUp.field(label)).toHaveAccessibleDescription(/\S/);
    }
    await expectAccessible(setUp.page);

    await setUp.fillIn({
      ...nordhaus,
      ...ada,
      email: 'ada at nordhaus',
      password: 'too short',
      roles: 'Three roles',
    });
    await setUp.field('Confirm password').fill('something else');
    await setUp.submit();
    await expect(setUp.field('Email')).toHaveAccessibleDescription(/exactly one @/);
    await expect(setUp.field('Password')).toHaveAccessibleDescription(/at least 10 characters/);
    await expect(setUp.field('Confirm password')).toHaveAccessibleDescription(/differ/);

    await setUp.create({ ...nordhaus, ...ada, roles: 'Three roles' });
  });

  test('a password that holds the organisation’s name is refused, with the word', async ({ desk }) => {
    const setUp = await SetUpPage.shown(desk.window);
    await setUp.fillIn({ ...nordhaus, ...ada, password: 'my nordhaus desk', roles: 'Three roles' });
    await setUp.submit();
    await expect(setUp.page.getByText(/Leave out “nordhaus”/i)).toBeVisible();
  });
});

test('a wrong password and an unknown address are refused in the same words', async ({ desk }) => {
  const signIn = await SignInPage.shown(desk.window);
  await signIn.tryToSignIn({ email: ada.email, password: 'not her password' });
  const words = await signIn.refusal.innerText();
  await signIn.tryToSignIn({ email: 'nobody@nordhaus.example', password: 'not her password' });
  await expect(signIn.refusal).toHaveText(words);
  await expectAccessible(signIn.page);
});

test('Add User names what is missing, and keeps what was typed', async ({ users }) => {
  const dialog = await users.addUser();
  await dialog.submit();
  for (const label of ['Email', 'Display Name', 'Password']) {
    await expect(dialog.field(label)).toHaveAccessibleDescription(/\S/);
    await expect(dialog.field(label)).toHaveAttribute('aria-invalid', 'true');
  }
  await expectAccessible(users.page);
  await dialog.field('Email').fill('someone@nordhaus.example');
  await dialog.field('Display Name').fill('Some\u202Eone');
  await dialog.submit();
  await expect(dialog.field('Display Name')).toHaveAccessibleDescription(/invisible/);
  await expect(dialog.field('Email')).toHaveValue('someone@nordhaus.example');
  await dialog.cancel();
});

test('an address is unique, however it is typed', async ({ users }) => {
  const dialog = await users.addUser();
  await dialog.fillIn({
    email: ' BRUNO@Nordhaus.Example ',
    displayName: 'Another Bruno',
    role: 'Member',
    sites: ['Berlin'],
  });
  await dialog.field('Password').fill('seven paper boats');
  await dialog.submit();
  await expect(dialog.refusal).toContainText('already has an account');
  await dialog.cancel();

  const invite = await users.inviteUser();
  await invite.tryToInvite(carla.email, { role: 'Member', sites: ['Berlin'] });
  await expect(invite.refusal).toContainText('already has an account');
  await invite.cancel();
  await expect(users.card('Total Users')).toContainText('3');
});

test('an invited address is not invited twice; creating over it offers to remove the invitation', async ({
  users,
}) => {
  const email = 'erik@nordhaus.example';
  await (await (await users.inviteUser()).invite(email, { role: 'Member', sites: ['Berlin'] })).take();
  const again = await users.inviteUser();
  await again.tryToInvite(email, { role: 'Member', sites: ['Berlin'] });
  await expect(again.refusal).toContainText('open invitation');
  await again.cancel();

  const add = await users.addUser();
  await add.fillIn({ email, displayName: 'Erik Sørensen', role: 'Member', sites: ['Berlin'] });
  await add.field('Password').fill('seven paper boats');
  await add.submit();
  await expect(add.refusal).toContainText('open invitation');
  await add.button('Remove invitation and create').click();
  await add.closed();
  await expect(users.row(email)).toHaveCount(1);
  await expect(users.row(email)).toContainText('Active');
});

test('two administrators at one account: the stale edit is refused with what changed', async ({
  desk,
  users,
}) => {
  const stale = await users.edit(bruno.email);
  const window = await desk.windowFrom(() => users.page.keyboard.press('Control+n'));
  const other = await (await SignInPage.shown(window)).signIn(ada);
  await (await other.edit(bruno.email)).save({ displayName: 'Bruno K.' });

  await stale.change({ displayName: 'Bruno Keller II' });
  await stale.submit();
  await expect(stale.refusal).toContainText('Bruno K.');
  await stale.cancel();
  await expect(users.row(bruno.email)).toContainText('Bruno K.');
});
