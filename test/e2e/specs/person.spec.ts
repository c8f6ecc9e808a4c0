import { expect, test } from '../fixtures';
import { ReactivateUserDialog } from '../pages/reactivate-user-dialog';
import { SignInPage } from '../pages/sign-in-page';
import type { UsersPage } from '../pages/users-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { minute } from '../support/clock';
import { dayAfter, untilEndOfDay } from '../support/days';
import type { Desk } from '../support/desk';
import { ada, bruno, carla, greta } from '../support/nordhaus';

test('a new address: the old one is no way in any more, sessions end, and the history tells it', async ({
  users,
  desk,
}) => {
  const window = await secondWindow(desk, users);
  await (await SignInPage.shown(window)).signInTo(bruno);
  const sheet = await users.open(bruno);

  const dialog = await sheet.changeEmail();
  await expectAccessibleInLightAndDark(users.page);
  await dialog.tryToChange(carla.email);
  await expect(dialog.refusal).toContainText('already has an account');
  // Cyrillic а: warned of, not refused.
  await dialog.field('New email').fill('bruno.kеller@nordhaus.example');
  await expect(dialog.root.getByRole('status')).toContainText('Latin and Cyrillic');
  await dialog.change('bruno.keller@nordhaus.example');

  await expect(users.row('bruno.keller@nordhaus.example')).toBeVisible();
  await expect(sheet.history.first()).toContainText('Ada Lindqvist changed the email address.');
  await expect(sheet.history.first()).toContainText(bruno.email);
  const signIn = await SignInPage.shown(window);
  await expect(signIn.notice.first()).toBeVisible();
  await signIn.tryToSignIn(bruno);
  await expect(signIn.refusal).toBeVisible();
  await signIn.signInTo({ ...bruno, email: 'bruno.keller@nordhaus.example' });
});

test('an end date takes the access at the end of that day, and can be taken back before', async ({
  users,
  desk,
  clock,
}) => {
  const window = await secondWindow(desk, users);
  await (await SignInPage.shown(window)).signInTo(bruno);
  const tomorrow = dayAfter(clock.now(), 1);
  const carlas = await users.open(carla);
  await carlas.setEndDate(tomorrow);
  await carlas.removeEndDate.click();
  await expect(carlas.leavesOn).toHaveValue('');

  const sheet = await users.open(bruno);
  await sheet.setEndDate(tomorrow);
  await expect(sheet.leavesOn).toHaveValue(tomorrow);
  await expectAccessibleInLightAndDark(users.page);

  clock.advance(untilEndOfDay(clock.now(), 1) - 2 * minute);
  await expect(users.row(bruno.email)).toContainText('Active');
  clock.advance(3 * minute);
  await expect(users.row(bruno.email)).toContainText('Inactive');
  await expect(users.row(carla.email)).toContainText('Active');
  const signIn = await SignInPage.shown(window);
  await signIn.tryToSignIn(bruno);
  await expect(signIn.refusal).toContainText('inactive');
});

test('an end date holds while the app is closed, too', async ({ users, desk, clock }) => {
  const sheet = await users.open(bruno);
  await sheet.setEndDate(dayAfter(clock.now(), 1));
  await desk.close();

  clock.advance(untilEndOfDay(clock.now(), 1) + minute);
  const signIn = await SignInPage.shown(await desk.start());
  await signIn.tryToSignIn(bruno);
  await expect(signIn.refusal).toContainText('inactive');
  const again = await signIn.signIn(ada);
  await expect(again.row(bruno.email)).toContainText('Inactive');
});

test('sessions show the role they still carry and end from here, one by one or everywhere', async ({
  users,
  desk,
}) => {
  const first = await secondWindow(desk, users);
  await (await SignInPage.shown(first)).signInTo(bruno);
  const second = await secondWindow(desk, users);
  await (await SignInPage.shown(second)).signInTo(bruno);

  const sheet = await users.open(bruno);
  await expect(sheet.sessions).toHaveCount(2);
  await expect(sheet.sessions.first()).toContainText('This desk');
  await (await sheet.edit()).save({ role: 'Site-Admin' });
  await expect(sheet.root).toContainText('Site-Admin');
  await expect(sheet.sessions.first()).toContainText('Member, Berlin');

  // The latest comes first.
  await sheet.endSession(sheet.sessions.first());
  await expect(sheet.sessions).toHaveCount(1);
  await sheet.signOutEverywhere();
  await expect(sheet.sessions).toHaveText(['Not signed in anywhere.']);
  for (const window of [first, second]) {
    const signIn = await SignInPage.shown(window);
    await expect(signIn.notice.first()).toBeVisible();
  }
});

test('the history says who did what, before and after, newest first', async ({ users, desk }) => {
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin', sites: ['Berlin', 'Hamburg'] });
  await (await users.deactivate(bruno.email)).confirm();
  await (await users.reactivate(bruno.email)).reactivate(
    { role: 'Member', sites: ['Hamburg'] },
    'until you pick one',
  );

  await desk.resize(users.page, 1024, 700);
  const sheet = await users.open(bruno);
  await expect(sheet.history.nth(0)).toContainText('Ada Lindqvist reactivated the account.');
  await expect(sheet.history.nth(1)).toContainText('Ada Lindqvist deactivated the account.');
  await expect(sheet.history.nth(2)).toContainText('Ada Lindqvist changed the account.');
  await expect(sheet.history.nth(2)).toContainText(/Role: Member → .*Site-Admin/);
  await expect(sheet.history.nth(2)).toContainText(/Sites: Berlin → .*Berlin, Hamburg/);
  await expect(sheet.history.last()).toContainText('Ada Lindqvist created the account.');

  // The list stays in view, and nothing has to be scrolled sideways.
  await expect(users.row(ada.email)).toBeInViewport({ ratio: 1 });
  expect(await users.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await expectAccessibleInLightAndDark(users.page);
});

test('Delete User erases the person for good; the address is free for somebody else', async ({ users }) => {
  const sheet = await users.open(bruno);
  expect(await sheet.offered()).toEqual([
    'Change email',
    'Edit User',
    'Reset Password',
    'Deactivate User',
    'Delete User',
  ]);
  const confirm = await sheet.delete();
  await expect(confirm.root).toContainText(bruno.displayName);
  await expect(confirm.root).toContainText('can’t be undone');
  await expectAccessibleInLightAndDark(users.page);
  await confirm.confirm();

  await expect(sheet.root).toBeHidden();
  await expect(users.row(bruno.email)).toHaveCount(0);
  await (await users.deactivate(carla.email)).confirm();
  await (await users.delete(carla.email)).confirm();
  await expect(users.row(carla.email)).toHaveCount(0);
  await (await users.addUser()).create(
    { ...bruno, displayName: 'Bruno Novak', role: 'Member', sites: ['Berlin'] },
    'seven paper boats',
  );
  await expect(users.row(bruno.email)).toContainText('Bruno Novak');
});

test('adding somebody who is inactive leads to bringing them back, with the access chosen for them', async ({
  users,
}) => {
  await (await users.deactivate(bruno.email)).confirm();
  const add = await users.addUser();
  await add.fillIn({ ...bruno, email: ' BRUNO@Nordhaus.example', role: 'Site-Admin', sites: ['Hamburg'] });
  await add.field('Password').fill('seven paper boats');
  await add.submit();
  await expect(add.refusal).toContainText('inactive account');
  await add.button('Reactivate User').click();

  const reactivate = await ReactivateUserDialog.shown(users.page);
  await expect(reactivate.choice('Role').field).toContainText('Site-Admin');
  await reactivate.reactivate({}, 'until you pick one');
  await expect(users.row(bruno.email)).toContainText('Active');
  await expect(users.row(bruno.email)).toContainText('Hamburg');
});

test('an edit that came too late says what changed, and takes over the present or keeps its own', async ({
  users,
  desk,
}) => {
  const window = await secondWindow(desk, users);
  const dialog = await users.edit(bruno.email);
  await dialog.change({ displayName: 'Bruno Keller-Novak' });
  const others = await (await SignInPage.shown(window)).signIn(ada);
  await (await others.edit(bruno.email)).save({ displayName: 'Bruno Weiß', role: 'Site-Admin' });

  await dialog.submit();
  await expect(dialog.refusal).toContainText('Display Name is now “Bruno Weiß”');
  await expect(dialog.refusal).toContainText('Role is now “Site-Admin”');
  await expectAccessibleInLightAndDark(users.page);
  await dialog.button('Keep my changes').click();
  await expect(dialog.field('Display Name')).toHaveValue('Bruno Keller-Novak');
  await expect(dialog.choice('Role').field).toContainText('Site-Admin');
  await dialog.button('Save changes').click();
  await dialog.closed();
  await expect(users.row(bruno.email)).toContainText('Bruno Keller-Novak');
  await expect(users.row(bruno.email)).toContainText('Site-Admin');
});

test('delegated: a Site-Admin makes and invites Members of their own site and has nothing to do with others', async ({
  users,
}) => {
  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  await settings.delegation.check();
  await settings.save();
  await (await users.shell()).openUsers();
  await (await users.edit(carla.email)).save({ sites: ['Berlin', 'Hamburg'] });
  const add = await users.addUser();
  await add.mustChange.uncheck();
  await add.create({ ...greta, role: 'Site-Admin', sites: ['Berlin'] }, greta.password);

  const gretas = await (await (await users.shell()).signOut()).signIn(greta);
  const dialog = await gretas.addUser();
  expect(await dialog.choice('Role').offered()).toEqual(['Member']);
  expect(await dialog.choice('Site Access').offered()).toEqual(['Berlin']);
  await expectAccessibleInLightAndDark(gretas.page);
  const finn = { email: 'finn@nordhaus.example', displayName: 'Finn Ódagsson' };
  await dialog.create({ ...finn, role: 'Member', sites: ['Berlin'] }, 'seven paper boats');
  await (await (await gretas.inviteUser()).invite('hanna@nordhaus.example', {})).take();
  expect(await gretas.offered('hanna@nordhaus.example')).toEqual(
    expect.arrayContaining(['Resend Invitation', 'Remove Invitation']),
  );
  expect(await gretas.offered(finn.email)).toEqual(['Reset Password', 'Deactivate User']);

  // Carla works at Hamburg, too; Greta herself is none of her Members.
  await expect(gretas.row(carla.email)).toContainText('other sites');
  await expect(gretas.actions(carla.email)).toHaveCount(0);
  await expect(gretas.actions(greta.email)).toHaveCount(0);
  const sheet = await gretas.open(carla);
  expect(await sheet.offered()).toEqual([]);
  const own = await gretas.open(finn);
  expect(await own.offered()).toEqual(['Reset Password', 'Deactivate User']);
  await expect(own.history.first()).toContainText('Greta Sørensen created the account.');
  await (await own.deactivate()).confirm();
  await expect(gretas.row(finn.email)).toHaveCount(0);
});

test('where first passwords are generated, the field waits for its button', async ({ users }) => {
  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  await settings.initialPassword.choose('Generated');
  await settings.save();
  await (await users.shell()).openUsers();

  const dialog = await users.addUser();
  await dialog.fillIn({ ...greta, role: 'Member', sites: ['Berlin'] });
  await expect(dialog.field('Password')).toHaveAttribute('readonly', '');
  await dialog.submit();
  await expect(dialog.refusal).toContainText('Generate password');
  await expectAccessibleInLightAndDark(users.page);
  await dialog.button('Generate password').click();
  await (await dialog.finishGenerated()).done();
  await expect(users.row(greta.email)).toContainText('new password due');
});

test('while a password is chosen, four steps and words say how easily it is guessed', async ({ users }) => {
  const dialog = await users.addUser();
  const strength = dialog.root.getByRole('meter', { name: 'Strength', exact: true });
  await dialog.field('Display Name').fill(greta.displayName);
  await dialog.field('Password').fill('abc');
  await expect(strength).toHaveAttribute('aria-valuetext', '7 more characters.');
  await dialog.field('Password').fill('qwertzuiop');
  await expect(strength).toHaveAttribute('aria-valuenow', '1');
  await expect(dialog.root.getByRole('status').last()).toContainText(
    'Easy to guess. The keys lie side by side.',
  );
  await dialog.field('Password').fill('to greta from me');
  await expect(strength).toHaveAttribute('aria-valuetext', /Leave out “greta”/i);
  await dialog.field('Password').fill(greta.password);
  await expect(strength).toHaveAttribute('aria-valuenow', '4');
  await expectAccessibleInLightAndDark(users.page);
});

async function secondWindow(desk: Desk, users: UsersPage) {
  return desk.windowFrom(async () => (await users.shell()).account('New window'));
}
