import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import type { Card, UsersPage } from '../pages/users-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour, minute } from '../support/clock';
import type { Desk } from '../support/desk';
import { ada, bruno, carla } from '../support/nordhaus';

// The procedures of the Aitrium page "User Management", step by step and under its own headings. Its roles are Admin
// and User, so the organisation has two roles.
test.use({ beginning: 'two' });

const erik = { displayName: 'Erik Sørensen', email: 'erik@nordhaus.example', password: 'eleven red kites' };

/** Every procedure begins with "Navigate to Dashboard → Users". */
async function navigate(page: Page): Promise<UsersPage> {
  return (await (await Shell.shown(page)).openDashboard()).openUsers();
}

/** A further window of this desk, at its sign-in screen. */
async function newWindow(desk: Desk, users: UsersPage): Promise<SignInPage> {
  const page = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  return SignInPage.shown(page);
}

test('Users Dashboard', async ({ desk, users }) => {
  const invite = async (email: string) =>
    (await (await users.inviteUser()).invite(email, { role: 'User', site: 'Berlin' })).take();
  await (await users.deactivate(carla.email)).confirm();
  await invite('fritz@nordhaus.example');

  // Statistics: each card on the Dashboard leads to what it counts, and each on Users filters and lets go again.
  const dashboard = await (await users.shell()).openDashboard();
  await expect(dashboard.card('Total Users')).toContainText('3');
  let list = await dashboard.openCard('Administrators');
  await expect.poll(() => list.emails()).toEqual([ada.email]);
  const counted: [Card, string[]][] = [
    ['Total Users', [ada.email, bruno.email, carla.email]],
    ['Administrators', [ada.email]],
    ['Pending Invitations', ['fritz@nordhaus.example']],
    ['Invitation Status', []],
  ];
  await list.clearFilters();
  for (const [card, emails] of counted) {
    await list.card(card).click();
    await expect(list.card(card)).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => list.emails()).toEqual(emails);
    await list.card(card).click();
    await expect(list.card(card)).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => list.emails()).toHaveLength(4);
  }

  // User Table: what one window changes shows in another; the view is each person's own.
  await (await list.edit(bruno.email)).save({ role: 'Admin' });
  const his = await (await newWindow(desk, list)).signIn(bruno);
  await expect(his.cell(ada.email, 'Site')).toContainText('Organization-wide');
  await expect(his.cell(carla.email, 'Status')).toContainText('Inactive');
  await expect(his.cell(carla.email, 'Last Activity')).toContainText('never (created just now)');
  await list.view('Tabbed').click();
  await list.tab('Users').click();
  await expect.poll(() => list.emails()).toEqual([ada.email, bruno.email, carla.email]);
  await list.search.fill('NO');
  await expect.poll(() => list.emails()).toEqual([ada.email, bruno.email, carla.email]);
  await list.search.fill('ß');
  await expect.poll(() => list.emails()).toEqual([carla.email]);
  await list.search.fill('');
  await list.tab('Invitations').click();
  await expect.poll(() => list.emails()).toEqual(['fritz@nordhaus.example']);

  await his.filter('Status').choose('Pending');
  await expect(his.rows).toHaveCount(1);
  const { code } = await invite(erik.email);
  await expect(his.cell(erik.email, 'Status')).toContainText('Pending');
  await expect(his.card('Pending Invitations')).toContainText('2');
  await his.clearFilters();
  const invitation = await (await newWindow(desk, list)).haveAnInvitation();
  await invitation.enter(code);
  await invitation.accept(erik);
  await expect(his.cell(erik.email, 'Status')).toContainText('Active');
  await expect(his.card('Invitation Status')).toContainText('Accepted 1');
  await expect(list.row(erik.email)).toHaveCount(0);

  list = await (await SignInPage.shown(await desk.restart())).signIn(ada);
  await expect(list.tab('Invitations')).toBeVisible();
  await list.view('Unified').click();
  await expect(list.tab('Invitations')).toBeHidden();
  await list.view('Tabbed').click();
  const hisAgain = await (await (await list.shell()).signOut()).signIn(bruno);
  await expect(hisAgain.tab('Invitations')).toHaveCount(0);
});

test('Inviting an Admin User', async ({ users }) => {
  const list = await navigate(users.page);
  const dialog = await list.inviteUser();
  await dialog.field('Email').fill(erik.email);
  expect(await dialog.choice('Role').offered()).toEqual(['Admin', 'User']);
  await dialog.choice('Role').choose('Admin');
  await expect(dialog.choice('Site').field).toHaveCount(0);
  await expectAccessibleInLightAndDark(list.page);
  const ready = await dialog.invite(erik.email, {});
  await expectAccessibleInLightAndDark(list.page);
  const { code } = await ready.take();

  await expect(list.cell(erik.email, 'Status')).toContainText('Pending');
  await expect(list.cell(erik.email, 'Role')).toHaveText('Admin');
  await expect(list.cell(erik.email, 'Site')).toHaveText('Organization-wide');
  await expect(list.cell(erik.email, 'Last Activity')).toHaveText('invited just now');
  await expect(list.card('Pending Invitations')).toContainText('1');

  const invitation = await (await (await list.shell()).signOut()).haveAnInvitation();
  await expectAccessibleInLightAndDark(invitation.page);
  await invitation.enter(code.toLowerCase().replaceAll('-', ' '));
  await expect(invitation.displayName).toBeVisible();
  await expectAccessibleInLightAndDark(invitation.page);
  const accepted = await invitation.accept(erik);
  await expect(accepted.email).toHaveValue(erik.email);
  await accepted.password.fill(erik.password);
  const his = await accepted.signIn(erik);
  await expect(his.cell(erik.email, 'Status')).toHaveText('Active');
  await expect(his.card('Pending Invitations')).toContainText('0');
});

test('Inviting a User with Site Assignment', async ({ users }) => {
  const list = await navigate(users.page);
  const dialog = await list.inviteUser();
  await dialog.tryToInvite(erik.email, { role: 'User' });
  await expect(dialog.root).toContainText('Choose');
  const { link } = await (await dialog.invite(erik.email, { site: 'Hamburg' })).take();

  await expect(list.cell(erik.email, 'Role')).toHaveText('User');
  await expect(list.cell(erik.email, 'Site')).toHaveText('Hamburg');
  await list.filter('Site').choose('Hamburg');
  await expect.poll(() => list.emails()).toEqual([carla.email, erik.email]);
  await list.filter('Role').choose('User');
  await list.filter('Status').choose('Pending');
  await expect.poll(() => list.emails()).toEqual([erik.email]);

  const invitation = await (await (await list.shell()).signOut()).haveAnInvitation();
  await invitation.enter(link);
  await expect(invitation.page.getByText('Hamburg')).toBeVisible();
  const his = await (await invitation.accept(erik)).signInTo(erik);
  await expect(his.link('Users')).toHaveCount(0);
  // What led to the sign-in screen was for that once.
  const next = await his.signOut();
  await expect(next.email).toHaveValue('');
  await expect(next.notice).toHaveCount(0);
});

test('Invitation Lifecycle', async ({ users, clock }) => {
  const list = await navigate(users.page);
  const access = { role: 'User', site: 'Berlin' } as const;
  const first = await (await (await list.inviteUser()).invite(erik.email, access)).take();
  const again = await list.inviteUser();
  await again.tryToInvite(erik.email, access);
  await expect(again.refusal).toContainText('open invitation');
  await again.cancel();
  let signIn = await (await list.shell()).signOut();

  clock.advance(168 * hour - 2 * minute);
  let later = await signIn.signIn(ada);
  await expect(later.row(erik.email)).toContainText('Pending');
  clock.advance(2 * minute);
  await expect(later.row(erik.email)).toContainText('Expired');
  await expect(later.card('Invitation Status')).toContainText('Expired 1');
  await expect(later.card('Pending Invitations')).toContainText('0');
  signIn = await (await later.shell()).signOut();
  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(first.code);
  await expect(invitation.refusal).toContainText('expired');

  // Inviting over an expired one replaces it.
  later = await (await invitation.backToSignIn()).signIn(ada);
  const second = await (await (await later.inviteUser()).invite(erik.email, access)).take();
  await expect(later.row(erik.email)).toHaveCount(1);
  await expect(later.card('Invitation Status')).toContainText('Expired 0');
  const replaced = await (await (await later.shell()).signOut()).haveAnInvitation();
  await replaced.enter(second.code);
  await (await replaced.accept(erik)).signInTo(erik);
});

test('Refreshing an Invitation', async ({ users, clock }) => {
  let list = await navigate(users.page);
  const access = { role: 'User', site: 'Berlin' } as const;
  const first = await (await (await list.inviteUser()).invite(erik.email, access)).take();
  const signIn = await (await list.shell()).signOut();
  clock.advance(48 * hour);
  list = await signIn.signIn(ada);
  await expect(list.cell(erik.email, 'Status')).toContainText('5 days left');
  const second = await (await list.resendInvitation(erik.email)).take();
  expect(second.code).not.toBe(first.code);
  await expect(list.row(erik.email)).toHaveCount(1);
  await expect(list.cell(erik.email, 'Status')).toContainText('7 days left');

  clock.advance(168 * hour);
  list = await (await SignInPage.shown(list.page)).signIn(ada);
  await expect(list.cell(erik.email, 'Status')).toContainText('Expired');
  const third = await (await list.resendInvitation(erik.email)).take();
  await expect(list.cell(erik.email, 'Status')).toContainText('Pending');

  const invitation = await (await (await list.shell()).signOut()).haveAnInvitation();
  for (const dead of [first.code, second.link]) {
    await invitation.enter(dead);
    await expect(invitation.refusal).toContainText('can’t be used');
  }
  await invitation.enter(third.code);
  await (await invitation.accept(erik)).signInTo(erik);
});

test('Revoking an Invitation', async ({ users }) => {
  const list = await navigate(users.page);
  const access = { role: 'User', site: 'Berlin' } as const;
  const first = await (await (await list.inviteUser()).invite(erik.email, access)).take();
  const remove = await list.removeInvitation(erik.email);
  await expect(remove.root).toContainText(erik.email);
  await expectAccessibleInLightAndDark(list.page);
  await remove.confirm();
  await expect(list.row(erik.email)).toHaveCount(0);
  await expect(list.card('Pending Invitations')).toContainText('0');

  // To re-invite, a new invitation is created; the removed one stays dead.
  const second = await (await (await list.inviteUser()).invite(erik.email, access)).take();
  const invitation = await (await (await list.shell()).signOut()).haveAnInvitation();
  await invitation.enter(first.code);
  await expect(invitation.refusal).toContainText('can’t be used');
  await invitation.enter(second.code);
  await expect(invitation.displayName).toBeVisible();
});

test('Changing a User’s Role', async ({ users }) => {
  const list = await navigate(users.page);
  const promote = await list.edit(bruno.email);
  await promote.choice('Role').choose('Admin');
  await expect(promote.choice('Site').field).toHaveCount(0);
  await promote.save({});
  await expect(list.cell(bruno.email, 'Role')).toHaveText('Admin');
  await expect(list.cell(bruno.email, 'Site')).toHaveText('Organization-wide');
  await expect(list.card('Administrators')).toContainText('2');

  const demote = await list.edit(bruno.email);
  await demote.choice('Role').choose('User');
  await demote.submit();
  await expect(demote.root).toContainText('Choose');
  await demote.save({ site: 'Hamburg' });
  await expect(list.cell(bruno.email, 'Role')).toHaveText('User');
  await expect(list.cell(bruno.email, 'Site')).toHaveText('Hamburg');
});

test('Adding or Changing User Sites', async ({ users }) => {
  const list = await navigate(users.page);
  await expect(list.cell(bruno.email, 'Site')).toHaveText('Berlin');
  await (await list.edit(bruno.email)).save({ site: 'Hamburg' });
  await expect(list.cell(bruno.email, 'Site')).toHaveText('Hamburg');
  await list.filter('Site').choose('Berlin');
  await expect.poll(() => list.emails()).toEqual([]);
});

test('Deactivating a User', async ({ desk, users }) => {
  const signIn = await newWindow(desk, users);
  await signIn.signInTo(bruno);
  const list = await navigate(users.page);
  await (await list.deactivate(bruno.email)).confirm();
  await SignInPage.shown(signIn.page);
  await expect(list.cell(bruno.email, 'Status')).toHaveText('Inactive');
  await expect(list.cell(bruno.email, 'Role')).toHaveText('–');
  await expect(list.cell(bruno.email, 'Site')).toHaveText('–');
  await signIn.tryToSignIn(bruno);
  await expect(signIn.refusal).toContainText('inactive');

  // "They can be re-invited later": until accepted Bruno stays Inactive, in one row that both filters find.
  const invite = await list.inviteUser();
  const { code } = await (await invite.invite(bruno.email, { role: 'User', site: 'Hamburg' })).take();
  for (const status of ['Inactive', 'Pending']) {
    await list.filter('Status').choose(status);
    await expect.poll(() => list.emails()).toEqual([bruno.email]);
    await expect(list.cell(bruno.email, 'Status')).toContainText('Pending reactivation');
  }
  await list.clearFilters();
  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(code);
  await expect(invitation.displayName).toHaveValue(bruno.displayName);
  const restored = { ...bruno, password: 'nine tin whistles' };
  const accepted = await invitation.accept(restored);
  await expect(list.cell(bruno.email, 'Status')).toHaveText('Active');
  await expect(list.cell(bruno.email, 'Role')).toHaveText('User');
  await expect(list.cell(bruno.email, 'Site')).toHaveText('Hamburg');
  await accepted.tryToSignIn(bruno);
  await expect(accepted.refusal).toBeVisible();
  await accepted.signInTo(restored);
});
