import { expect, test } from '../fixtures';
import { DashboardPage } from '../pages/dashboard-page';
import { LockedPage } from '../pages/locked-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour } from '../support/clock';
import { ada, bruno, greta } from '../support/nordhaus';

const day = 24 * hour;
const member = { role: 'Member', sites: ['Berlin'] } as const;

test('an invitation on its last day is on the Dashboard of every window; one press gives it another week', async ({
  desk,
  users,
  clock,
}) => {
  await (await (await users.inviteUser()).invite(greta.email, member)).take();
  const first = await (await users.shell()).openDashboard();
  await expect(first.week({ sent: 1, pending: 1 })).toHaveCount(1);
  await expect(first.weeks).toHaveCount(12);
  await expect(first.reminders).toHaveCount(0);
  const page = await desk.windowFrom(async () => (await Shell.shown(first.page)).account('New window'));
  const second = await (await (await SignInPage.shown(page)).signInTo(ada)).openDashboard();
  await expect(second.week({ sent: 1, pending: 1 })).toHaveCount(1);

  clock.advance(6 * day + 2 * hour);

  for (const dashboard of [first, second]) {
    await expect(dashboard.reminders).toHaveText('1 invitation expires within a day');
    await expect(dashboard.reminder(greta.email)).toContainText(/expires in 2[12] h/);
    await expect(dashboard.reminder(greta.email)).toContainText('Member · Berlin');
  }
  await expectAccessibleInLightAndDark(first.page);
  await desk.resize(first.page, 1024, 700);
  expect(await first.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);

  const { code } = await (await first.resend(greta.email)).take();

  for (const dashboard of [first, second]) await expect(dashboard.reminders).toHaveCount(0);
  const signIn = await (await Shell.shown(second.page)).signOut();
  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(code);
  await invitation.accept(greta);
  await expect(first.week({ sent: 1, accepted: 1 })).toHaveCount(1);
});

test('the picture tells week by week how invitations stand, also by keyboard', async ({ users, clock }) => {
  await (await (await users.inviteUser()).invite(greta.email, member)).take();
  const dashboard = await (await users.shell()).openDashboard();
  await expect(dashboard.week({ sent: 1, pending: 1 })).toContainText('this week');

  clock.advance(8 * day);
  const signIn = await SignInPage.shown(dashboard.page);
  const later = await (await signIn.signInTo(ada)).openDashboard();

  await expect(later.week({ sent: 1, expired: 1 })).toHaveCount(1);
  await later.weeks.last().focus();
  await later.page.keyboard.press('ArrowLeft');
  await expect(later.weeks.nth(10)).toBeFocused();
  await later.page.keyboard.press('Home');
  await expect(later.weeks.first()).toBeFocused();
});

test('a notification of the computer tells a locked desk too, and leads to the Dashboard', async ({
  desk,
  users,
  clock,
}) => {
  const invite = async (email: string) => (await (await users.inviteUser()).invite(email, member)).take();
  await desk.showsNotifications(true);
  await users.page.reload();
  const settings = await (await users.shell()).openSettings();
  await settings.open('Language');
  await expect(settings.remindMe).not.toBeChecked();
  await settings.remindMe.check();
  await expectAccessibleInLightAndDark(users.page);
  await settings.openUsers();
  await invite('erik@nordhaus.example');
  await invite('olga@nordhaus.example');
  expect(await desk.notifications()).toEqual([]);
  await (await users.shell()).account('Lock');
  const locked = await LockedPage.shown(users.page);

  clock.advance(6 * day + hour);

  const two = '2 invitations expire within a day\nYou can resend from the Dashboard.';
  await expect.poll(() => desk.notifications()).toEqual([two]);
  await desk.clickNotification();
  await expect(locked.heading).toBeVisible();
  await locked.unlock(ada.password);
  await invite(greta.email);

  clock.advance(6 * day + hour);

  const one = '1 invitation expires within a day\nYou can resend from the Dashboard.';
  await expect.poll(() => desk.notifications()).toEqual([two, one]);
  await desk.clickNotification();
  const dashboard = await DashboardPage.shown(users.page);
  await expect(dashboard.remindMe).toBeChecked();
  await (await dashboard.resend(greta.email)).take();
  await expect(dashboard.reminders).toHaveCount(0);
});

test('a computer that shows no notifications says so, and a Member is asked nothing of the kind', async ({
  desk,
  users,
}) => {
  await desk.showsNotifications(false);
  await users.page.reload();
  const settings = await (await users.shell()).openSettings();
  await settings.open('Language');
  await expect(settings.remindMe).toBeDisabled();
  await expect(settings.page.getByText('This computer shows no notifications.')).toBeVisible();

  const shell = await (await (await users.shell()).signOut()).signInTo(bruno);
  await (await shell.openSettings()).open('Language');
  await expect(settings.remindMe).toHaveCount(0);
  const dashboard = await shell.openDashboard();
  await expect(dashboard.page.getByRole('heading', { name: 'Your access', exact: true })).toBeVisible();
  await expect(dashboard.weeks).toHaveCount(0);
  await expectAccessibleInLightAndDark(dashboard.page);
});
