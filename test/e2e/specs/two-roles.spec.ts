import { expect, test } from '../fixtures';
import { bruno } from '../support/nordhaus';

test.use({ beginning: 'two' });

const erik = { displayName: 'Erik Sørensen', email: 'erik@nordhaus.example', password: 'eleven red kites' };

test('an organisation with two roles speaks of Admin and User, and of one Site', async ({ users }) => {
  await expect(users.row(bruno.email)).toContainText('User');
  await expect(users.row(bruno.email)).toContainText('Berlin');
  expect(await users.filter('Role').offered()).toEqual(['Any', 'Admin', 'User']);

  const dialog = await users.inviteUser();
  expect(await dialog.choice('Role').offered()).toEqual(['Admin', 'User']);
  const { code } = await (await dialog.invite(erik.email, { role: 'User', site: 'Hamburg' })).take();
  await expect(users.row(erik.email)).toContainText('Pending');
  await expect(users.row(erik.email)).toContainText('Hamburg');

  const signIn = await (await users.shell()).signOut();
  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(code);
  await (await invitation.accept(erik)).signInTo(erik);
});

test('Bruno becomes Admin, which takes his site away, and User of another site again', async ({ users }) => {
  const promote = await users.edit(bruno.email);
  await promote.choice('Role').choose('Admin');
  await expect(promote.choice('Site').field).toHaveCount(0);
  await promote.save({});
  await expect(users.row(bruno.email)).toContainText('Organization-wide');

  const demote = await users.edit(bruno.email);
  await demote.save({ role: 'User', site: 'Hamburg' });
  await expect(users.row(bruno.email)).toContainText('Hamburg');
});
