import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { damageLeaf } from '../../support/damage-leaf';
import { runSeed, tell } from '../../support/seed';
import { smallDisk } from '../../support/small-disk';
import { expect, test } from '../fixtures';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { UsersPage } from '../pages/users-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { Desk } from '../support/desk';
import { killWhileWriting } from '../support/kill-rounds';
import { openBehind } from '../support/newer-database';
import { ada, demoAda, greta } from '../support/nordhaus';

test('killed again and again while a page writes: everything it had acknowledged is on the screen', async ({
  desk,
}) => {
  const seed = runSeed();
  const counts = await killWhileWriting(desk, 5, seed);
  tell(`killed in Electron: seed ${seed}, ${JSON.stringify(counts)}`);
  expect(counts.acknowledged).toBeGreaterThan(5);
});

test.describe('a file that is damaged where nobody looks at the start', () => {
  test.use({ beginning: 'demo' });

  test('is said above every page as soon as somebody needs it, with the way to the backups', async ({
    desk,
  }) => {
    await SignInPage.shown(desk.window);
    await desk.close();
    damageLeaf(openBehind(desk).client, 'directory_entry', 'many');
    const page = await desk.start();
    await (await SignInPage.shown(page)).tryToSignIn(demoAda);
    const shell = await Shell.shown(page);
    const notice = page.getByRole('status').filter({ hasText: 'The database file is damaged.' });
    await expect(notice).toContainText('Restore a backup before anything else is entered.');
    await expectAccessibleInLightAndDark(page);
    await notice.getByRole('link', { name: 'Go to the backups', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Back up now', exact: true })).toBeVisible();
    await shell.openSites();
    await expect(notice).toBeVisible();
  });
});

test('a disk that is full is said in the dialog, what was typed stays, and with room again it is done', async ({
  homes,
}) => {
  const disk = smallDisk(96);
  test.skip(disk === null, 'no disk can be mounted here (it takes root on Linux)');
  if (disk === null) return;
  const home = join(disk.path, 'home');
  cpSync(await homes.copyOf('three'), home, { recursive: true });
  const desk = new Desk({ home });
  try {
    const users = await (await SignInPage.shown(await desk.start())).signIn(ada);
    const dialog = await users.addUser();
    await dialog.fillIn({ ...greta, role: 'Member', sites: ['Berlin'] });
    await dialog.field('Password').fill(greta.password);
    disk.fill();
    await dialog.submit();
    await expect(dialog.refusal).toHaveText(
      'The disk is full, so nothing was saved. Make room and try again.',
    );
    await expect(dialog.field('Email')).toHaveValue(greta.email);
    await expect(dialog.field('Password')).toHaveValue(greta.password);
    disk.free();
    await dialog.submit();
    await dialog.closed();
    await expect((await UsersPage.shown(users.page)).row(greta.email)).toContainText('Active');
  } finally {
    await desk.close();
    disk.remove();
  }
});
