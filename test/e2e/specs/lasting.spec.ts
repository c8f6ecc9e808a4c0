import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { ada, bruno, carla } from '../support/nordhaus';

const finn = { displayName: 'Finn Ódagsson', email: 'finn@nordhaus.example' };
const gerda = { displayName: 'Gerda Nowak', email: 'gerda@nordhaus.example' };

for (const [name, leave] of [
  ['the app restarts', 'close'],
  ['the process is killed', 'kill'],
] as const) {
  test(`everything is still there after ${name}`, async ({ desk, users }) => {
    await (await users.addUser()).create({ ...finn, role: 'Member', sites: ['Berlin'] }, 'seven paper boats');
    await (await users.edit(carla.email)).save({ displayName: 'Carla Weiß-Ott', role: 'Site-Admin' });
    await (await users.deactivate(bruno.email)).confirm();
    const ready = await (await users.inviteUser()).invite(gerda.email, {
      role: 'Member',
      sites: ['Hamburg'],
    });
    const { code } = await ready.secrets();

    // What was acknowledged is kept: nothing is waited for.
    await desk[leave]();
    const signIn = await SignInPage.shown(await desk.start());
    const again = await signIn.signIn(ada);

    await expect(again.row(finn.email)).toContainText('Active');
    await expect(again.row(carla.email)).toContainText('Carla Weiß-Ott');
    await expect(again.row(carla.email)).toContainText('Site-Admin');
    await expect(again.row(bruno.email)).toContainText('Inactive');
    await expect(again.row(gerda.email)).toContainText('Pending');

    const invitation = await (await (await again.shell()).signOut()).haveAnInvitation();
    await invitation.enter(code);
    await expect(invitation.displayName).toBeVisible();
  });
}
