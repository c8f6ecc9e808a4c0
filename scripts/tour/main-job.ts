import { SignInPage } from '../../test/e2e/pages/sign-in-page';
import type { UsersPage } from '../../test/e2e/pages/users-page';
import type { Desk } from '../../test/e2e/support/desk';
import { startMailServer } from '../../test/support/mail/server';
import { founder } from '../demo/cast';
import type { Camera } from './camera';
import { elsewhere, person, reception } from './desk-work';
import { mail, reached } from './mail';
import { recoveryCode, recoveryKit } from './recovery';

const newcomer = { displayName: 'Nadia Haddad', email: 'nadia.haddad@nordhaus.example' };
const guest = { email: 'd.moreau@nordhaus.example', displayName: 'Delphine Moreau' };

/** The main job on demo data, step by step as the guide tells it. */
export async function mainJob(desk: Desk, picture: Camera): Promise<void> {
  const page = await desk.start();
  await desk.resize(page, 1280, 800);
  const users = await (await SignInPage.shown(page)).signIn(founder);
  await recoveryKit(users, picture);
  await look(users, desk, picture);
  await addAndEdit(users, picture);
  await deactivate(users, picture);
  await person(users, desk, picture);
  await reception(users, picture);
  await elsewhere(users, picture);
  await accessInSpring(users, picture);
  const server = await startMailServer({ port: 2525 });
  await mail(users, desk, server, picture);
  await inviteMany(users, picture);
  await invite(users, desk, picture);
  await desk.close();
  await server.stop();
}

async function look(users: UsersPage, desk: Desk, picture: Camera): Promise<void> {
  const { page } = users;
  await picture(page, 'users-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'users-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await desk.resize(page, 1024, 700);
  await picture(page, 'users-small');
  await desk.resize(page, 1280, 800);

  await users.filter('Status').choose('Pending');
  await picture(page, 'users-filtered');
  await users.clearFilters();
  await users.view('Tabbed').click();
  await users.tab('Invitations').click();
  await picture(page, 'users-tabbed');
  await users.view('Unified').click();
}

async function addAndEdit(users: UsersPage, picture: Camera): Promise<void> {
  const { page } = users;
  const add = await users.addUser();
  await add.fillIn({ ...newcomer, role: 'Member', sites: ['Hamburg'] });
  await add.button('Generate password').click();
  // Worked out beside the page, with dictionaries that come with the first password.
  await add.root.getByText('Very hard to guess.', { exact: true }).waitFor();
  await picture(page, 'add-user');
  const handOver = await add.finishGenerated();
  await picture(page, 'temporary-password');
  await handOver.done();

  await users.search.fill('nadia');
  await users.actions(newcomer.email).click();
  await page.getByRole('menuitem').first().waitFor();
  await picture(page, 'row-menu');
  await page.keyboard.press('Escape');

  const edit = await users.edit(newcomer.email);
  await edit.change({ role: 'Site-Admin' });
  await picture(page, 'edit-user');
  await edit.submit();
  await edit.closed();
}

async function deactivate(users: UsersPage, picture: Camera): Promise<void> {
  const reset = await users.resetPassword(newcomer.email);
  await picture(users.page, 'reset-password');
  await reset.cancel();
  const confirm = await users.deactivate(newcomer.email);
  await picture(users.page, 'deactivate-user');
  await confirm.confirm();
  const reactivate = await users.reactivate(newcomer.email);
  await picture(users.page, 'reactivate-user');
  await reactivate.cancel();
}

/** A day some months ago, with its comings and goings since. */
async function accessInSpring(users: UsersPage, picture: Camera): Promise<void> {
  const activity = await (await users.shell()).openActivity();
  const access = await activity.accessOnADay();
  const day = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);
  await access.onDay(day);
  await access.rows.first().waitFor();
  await picture(users.page, 'access-on-a-day');
  await (await users.shell()).openUsers();
}

async function invite(users: UsersPage, desk: Desk, picture: Camera): Promise<void> {
  const dialog = await users.inviteUser();
  await dialog.field('Email').fill(guest.email);
  await dialog.choice('Role').choose('Member');
  await dialog.choice('Site Access').chooseExactly(['Hamburg']);
  await picture(users.page, 'invite-user');
  const ready = await dialog.invite(guest.email, {});
  await ready.delivery.filter({ hasText: 'was sent' }).waitFor();
  await picture(users.page, 'invitation-ready');
  const { code } = await ready.take();

  const signIn = await (await users.shell()).signOut();
  await desk.resize(signIn.page, 1024, 700);
  await recoveryCode(signIn, picture);
  const invitation = await signIn.haveAnInvitation();
  await invitation.enter(code);
  await invitation.displayName.fill(guest.displayName);
  await picture(users.page, 'accept-invitation');
}

/** Looked at and not sent: one line of each kind. */
async function inviteMany(users: UsersPage, picture: Camera): Promise<void> {
  const dialog = await users.inviteMany();
  await dialog.check(
    [
      'Runa Solberg <r.solberg@nordhaus.example>',
      't.aziz@nordhaus.example',
      founder.email,
      newcomer.email,
      reached,
      'r.solberg@nordhaus.example',
      'l.wei.nordhaus.example',
      'm.rossi@nordhaus.example',
    ],
    { role: 'Member', sites: ['Hamburg'] },
  );
  await dialog.outcomes();
  await picture(users.page, 'invite-many');
  await users.page.keyboard.press('Escape');
  await dialog.closed();
}
