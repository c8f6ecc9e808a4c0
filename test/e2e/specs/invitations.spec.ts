import { expect, test } from '../fixtures';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour, minute } from '../support/clock';
import { ada, bruno } from '../support/nordhaus';

const erik = { displayName: 'Erik Sørensen', email: 'erik@nordhaus.example', password: 'eleven red kites' };

test('Erik is invited as Tenant-Admin, which takes no site, and accepts with the code', async ({ users }) => {
  const dialog = await users.inviteUser();
  await dialog.choice('Role').choose('Tenant-Admin');
  await expect(dialog.choice('Site Access').field).toHaveCount(0);
  await expectAccessibleInLightAndDark(users.page);

  const ready = await dialog.invite(erik.email, { role: 'Tenant-Admin' });
  await expectAccessibleInLightAndDark(users.page);
  const { code } = await ready.take();
  const row = users.row(erik.email);
  await expect(row).toContainText('Pending');
  await expect(row).toContainText('Tenant-Admin');
  await expect(users.card('Pending Invitations')).toContainText('1');

  const signIn = await (await users.shell()).signOut();
  const invitation = await signIn.haveAnInvitation();
  await expectAccessibleInLightAndDark(invitation.page);
  await invitation.enter(code.toLowerCase().replaceAll('-', ' '));
  await expect(invitation.displayName).toBeVisible();
  await expectAccessibleInLightAndDark(invitation.page);
  const accepted = await invitation.accept(erik);

  await expect(accepted.email).toHaveValue(erik.email);
  await accepted.password.fill(erik.password);
  const his = await accepted.signIn(erik);
  await expect(his.row(erik.email)).toContainText('Active');
  await expect(his.row(erik.email)).toContainText('Organization-wide');
  await expect(his.card('Pending Invitations')).toContainText('0');
});

test('a Member is invited to a site and accepts with the link', async ({ users }) => {
  const dialog = await users.inviteUser();
  const { link } = await (await dialog.invite(erik.email, { role: 'Member', sites: ['Hamburg'] })).take();
  await expect(users.row(erik.email)).toContainText('Hamburg');

  const signIn = await (await users.shell()).signOut();
  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(link);
  await (await invitation.accept(erik)).signInTo(erik);
});

test('Resend Invitation makes a new code and kills the old one; Remove Invitation kills it for good', async ({
  users,
}) => {
  const first = await (
    await (await users.inviteUser()).invite(erik.email, { role: 'Member', sites: ['Berlin'] })
  ).take();
  const second = await (await users.resendInvitation(erik.email)).take();
  expect(second.code).not.toBe(first.code);
  await expect(users.row(erik.email)).toHaveCount(1);

  let invitation = await (await (await users.shell()).signOut()).haveAnInvitation();
  await invitation.enter(first.code);
  await expect(invitation.refusal).toContainText('can’t be used');
  await invitation.enter(second.code);
  await expect(invitation.displayName).toBeVisible();

  const again = await (await invitation.backToSignIn()).signIn(ada);
  const remove = await again.removeInvitation(erik.email);
  await expectAccessibleInLightAndDark(again.page);
  await remove.confirm();
  await expect(again.row(erik.email)).toHaveCount(0);

  invitation = await (await (await again.shell()).signOut()).haveAnInvitation();
  await invitation.enter(second.code);
  await expect(invitation.refusal).toContainText('can’t be used');
});

test('an invitation is good for 168 hours and not a minute longer; resending it starts another week', async ({
  users,
  clock,
}) => {
  const { code } = await (
    await (await users.inviteUser()).invite(erik.email, { role: 'Member', sites: ['Berlin'] })
  ).take();
  let signIn = await (await users.shell()).signOut();

  clock.advance(168 * hour - 2 * minute);
  let again = await signIn.signIn(ada);
  await expect(again.row(erik.email)).toContainText('Pending');
  clock.advance(2 * minute);
  await expect(again.row(erik.email)).toContainText('Expired');
  await expect(again.card('Invitation Status')).toContainText('Expired 1');
  signIn = await (await again.shell()).signOut();

  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(code);
  await expect(invitation.refusal).toBeVisible();

  again = await (await invitation.backToSignIn()).signIn(ada);
  await (await again.resendInvitation(erik.email)).take();
  await expect(again.row(erik.email)).toContainText('Pending');
});

test('re-inviting a deactivated person restores the account with the new role and site', async ({
  users,
}) => {
  await (await users.deactivate(bruno.email)).confirm();
  await expect(users.row(bruno.email)).toContainText('Inactive');

  const { code } = await (
    await (await users.inviteUser()).invite(bruno.email, { role: 'Site-Admin', sites: ['Hamburg'] })
  ).take();
  const row = users.row(bruno.email);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Inactive');
  await expect(row).toContainText('Pending reactivation');
  for (const status of ['Inactive', 'Pending']) {
    await users.filter('Status').choose(status);
    await expect(row).toBeVisible();
  }

  const signIn = await (await users.shell()).signOut();
  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(code);
  await expect(invitation.displayName).toHaveValue(bruno.displayName);
  const restored = { ...bruno, password: 'nine tin whistles' };
  const accepted = await invitation.accept(restored);

  await accepted.tryToSignIn(bruno);
  await expect(accepted.refusal).toBeVisible();
  const his = await accepted.signIn(restored);
  await expect(his.row(bruno.email)).toContainText('Active');
  await expect(his.row(bruno.email)).toContainText('Site-Admin');
  await expect(his.row(bruno.email)).toContainText('Hamburg');
});
