import { expect, test } from '../fixtures';
import { InvitationPage } from '../pages/invitation-page';
import { SignInPage } from '../pages/sign-in-page';
import { ada, greta } from '../support/nordhaus';

test('a link opened outside the app leads to the invitation in a window of its own, and Ada’s work stays', async ({
  desk,
  users,
}) => {
  const dialog = await users.inviteUser();
  const ready = await dialog.invite(greta.email, { role: 'Member', sites: ['Berlin'] });
  const { link } = await ready.take();

  const window = await desk.windowFrom(() => desk.openLink(link));

  const invitation = await InvitationPage.opened(window);
  const signIn = await invitation.accept({ displayName: greta.displayName, password: greta.password });
  await signIn.signInTo(greta);
  await expect(users.row(greta.email)).toContainText('Active');
  await expect(users.row(ada.email)).toBeVisible();
});

test('where nobody is signed in the link opens right there', async ({ desk, users }) => {
  const dialog = await users.inviteUser();
  const ready = await dialog.invite(greta.email, { role: 'Member', sites: ['Berlin'] });
  const { link } = await ready.take();
  await (await users.shell()).signOut();

  await desk.openLink(link);

  await expect(users.page.getByText(greta.email)).toBeVisible();
  expect(desk.windowCount()).toBe(1);
});

test('a link that is none of ours opens a window to sign in', async ({ desk, users }) => {
  const window = await desk.windowFrom(() => desk.openLink('atrium-desk://settings/wipe'));
  await SignInPage.shown(window);
  await expect(users.row(ada.email)).toBeVisible();
});
