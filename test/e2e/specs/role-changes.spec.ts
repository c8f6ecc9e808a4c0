import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { minute, second } from '../support/clock';
import { bruno, greta } from '../support/nordhaus';
import { mainHasSeen } from '../support/tick';

/** Greta is a second Tenant-Admin: what happens to her happens at a window of her own. */
test.beforeEach(async ({ users }) => {
  const dialog = await users.addUser();
  await dialog.fillIn({ ...greta, role: 'Tenant-Admin' });
  await dialog.mustChange.uncheck();
  await dialog.field('Password').fill(greta.password);
  await dialog.submit();
  await dialog.closed();
});

test('a demoted administrator keeps the view for at most 15 minutes, and can write nothing from the first second', async ({
  desk,
  users,
  clock,
}) => {
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  const gretas = await (await SignInPage.shown(window)).signIn(greta);

  await (await users.edit(greta.email)).save({ role: 'Member', sites: ['Berlin'] });

  // The view is the grant's, the write needs the stored role as well.
  const deactivate = await gretas.deactivate(bruno.email);
  await deactivate.tryToConfirm();
  await expect(deactivate.refusal).toContainText('role');
  await deactivate.cancel();
  await expect(users.row(bruno.email)).toContainText('Active');
  clock.advance(14 * minute + 40 * second);
  await mainHasSeen(window, clock);
  await expect(gretas.row(bruno.email)).toBeVisible();

  clock.advance(21 * second);
  await expect((await gretas.shell()).link('Users')).toHaveCount(0);
});

test('Apply now takes the view and the write from a demoted administrator at once', async ({
  desk,
  users,
}) => {
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  await (await SignInPage.shown(window)).signIn(greta);

  await (await users.edit(greta.email)).save({ role: 'Member', sites: ['Berlin'], applyNow: true });

  const signIn = await SignInPage.shown(window);
  const shell = await signIn.signInTo(greta);
  await expect(shell.link('Users')).toHaveCount(0);
});

test('a deactivated administrator loses everything at the next request', async ({ desk, users }) => {
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  await (await SignInPage.shown(window)).signIn(greta);

  await (await users.deactivate(greta.email)).confirm();

  const signIn = await SignInPage.shown(window);
  await signIn.tryToSignIn(greta);
  await expect(signIn.refusal).toContainText('inactive');
});
