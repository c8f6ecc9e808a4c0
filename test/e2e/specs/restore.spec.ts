import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { BackupsPage } from '../pages/backups-page';
import { RecoveryKitDialog } from '../pages/recovery-kit-dialog';
import { RescuePage } from '../pages/rescue-page';
import { SetUpPage } from '../pages/set-up-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { Desk } from '../support/desk';
import { ada, bruno, greta } from '../support/nordhaus';
import { runFolder } from '../support/run-folder';

const backupsOf = (desk: Desk) => join(desk.dataFolder, 'backups');

test('restoring a backup says what will change, and then everybody signs in to how it was', async ({
  users,
  desk,
}) => {
  const { page } = users;
  let backups = await BackupsPage.open(page);
  await backups.make();
  let list = await (await Shell.shown(page)).openUsers();
  await (await list.addUser()).create({ ...greta, role: 'Member', sites: ['Berlin'] }, greta.password);
  const other = await desk.windowFrom(async () => (await Shell.shown(page)).account('New window'));
  await (await SignInPage.shown(other)).signIn(ada);

  backups = await BackupsPage.open(page);
  const dialog = await (await backups.restore()).compared();
  await expect(dialog.count('People')).toContainText('People43');
  await expect(dialog.people(/1 person is gone again/)).toContainText(greta.email);
  await expectAccessibleInLightAndDark(page);
  const signIn = await dialog.restore();
  await SignInPage.shown(other);
  for (const window of [page, other])
    await expect(window.getByRole('status').filter({ hasText: /was restored/ })).toContainText(
      /What was here before is kept as a backup \(atrium-.*-restore\.atrium-backup\)/,
    );

  list = await signIn.signIn(ada);
  await expect(list.row(bruno.email)).toBeVisible();
  await expect(list.row(greta.email)).toBeHidden();

  // What was kept undoes it.
  backups = await BackupsPage.open(page);
  await expect(backups.list.first()).toContainText('Before a restore');
  await (await (await (await backups.restore()).compared()).restore()).signIn(ada);
  await expect(list.row(greta.email)).toBeVisible();
});

test('a damaged database: the backups are offered where it says so, and the newest brings everything back', async ({
  users,
  desk,
}) => {
  await (await BackupsPage.open(users.page)).make();
  await desk.close();
  const database = join(desk.dataFolder, 'atrium.db');
  const bytes = readFileSync(database);
  bytes.fill(0xaa, 0, 4096);
  writeFileSync(database, bytes);

  await desk.start();
  const rescue = await RescuePage.failed(desk, 'The database file is damaged');
  await expect(rescue.found).toHaveCount(1);
  await expect(rescue.found).toContainText('Opens with the key at hand');
  await expectAccessibleInLightAndDark(rescue.page);
  const dialog = await (await rescue.restoreNewest()).compared();
  await expect(dialog.root).toContainText('kept as it is, in a folder among the backups');
  await expectAccessibleInLightAndDark(rescue.page);
  const signIn = await dialog.restore();
  await expect(desk.window.getByRole('status')).toContainText(/The damaged database is kept in damaged-/);
  const list = await signIn.signIn(ada);
  await expect(list.row(bruno.email)).toBeVisible();
  const aside = readdirSync(backupsOf(desk)).find((name) => name.startsWith('damaged-')) ?? '';
  expect(readFileSync(join(backupsOf(desk), aside, 'atrium.db')).equals(bytes)).toBe(true);
});

test('a fresh computer becomes the desk of a backup with the recovery key, and goes on', async ({
  users,
  desk,
}) => {
  await users.page.getByRole('button', { name: 'Print recovery kit', exact: true }).click();
  const kit = await RecoveryKitDialog.shown(users.page);
  const recoveryKey = await kit.databaseKey();
  await kit.done();
  await (await BackupsPage.open(users.page)).make();
  const [file = ''] = readdirSync(backupsOf(desk));
  await desk.close();

  const elsewhere = new Desk({ home: mkdtempSync(join(runFolder(), 'elsewhere-')) });
  const stick = join(elsewhere.dataFolder, '..', file);
  copyFileSync(join(backupsOf(desk), file), stick);
  try {
    const page = await elsewhere.start();
    await SetUpPage.shown(page);
    const rescue = await RescuePage.fromSetUp(elsewhere);
    await expectAccessibleInLightAndDark(page);
    const dialog = await rescue.chooseFile(stick);
    await dialog.tryToOpenWith(
      'Database recovery key',
      recoveryKey.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    );
    await expect(dialog.refusal).toContainText('Line 4 isn’t right');
    await dialog.openWith('Database recovery key', recoveryKey.toLowerCase());
    await expect(dialog.root).toContainText('Nordhaus, as it was');
    const signIn = await dialog.restore();
    const list = await signIn.signIn(ada);
    await expect(list.row(bruno.email)).toBeVisible();
    await (await list.addUser()).create({ ...greta, role: 'Member', sites: ['Berlin'] }, greta.password);
    await expect(list.row(greta.email)).toBeVisible();
    const activity = await (await Shell.shown(page)).openActivity();
    const verdict = await activity.verify();
    await expect(verdict).toContainText('The log is whole');
    await expect(verdict).toContainText('A backup was restored');
    await page.keyboard.press('Escape');

    const again = await elsewhere.restart();
    await expect((await (await SignInPage.shown(again)).signIn(ada)).row(greta.email)).toBeVisible();
    elsewhere.expectNoComplaints();
  } finally {
    await elsewhere.close();
  }
});
