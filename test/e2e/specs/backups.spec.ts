import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { BackupsPage } from '../pages/backups-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { checkedBackup, leaveAsEarlier, openedCopy } from '../support/behind';
import { hour } from '../support/clock';
import type { Desk } from '../support/desk';
import { ada, demoAda } from '../support/nordhaus';

const folderOf = (desk: Desk) => join(desk.dataFolder, 'backups');
const keyOf = (desk: Desk) =>
  Buffer.from(readFileSync(desk.keychainFile, 'utf8').replace('plain:', '').trim(), 'base64').toString('hex');
const files = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

test('Back up now asks nothing, ends in a whole backup, and nobody can read it without the key', async ({
  users,
  desk,
}) => {
  const backups = await BackupsPage.open(users.page);
  await expect(backups.standing).toContainText('Nothing is backed up yet');
  await expectAccessibleInLightAndDark(users.page);
  await backups.make();
  await expect(backups.list).toHaveCount(1);
  await expect(backups.list.first()).toContainText('By hand');
  await expect(backups.list.first()).toContainText('3 people');
  await expect(backups.standing).toContainText('read back whole');
  await expectAccessibleInLightAndDark(users.page);

  const [file = ''] = files(folderOf(desk));
  expect(file).toMatch(/^atrium-\d{8}-\d{6}-manual\.atrium-backup$/);
  expect(files(folderOf(desk))).toHaveLength(1);
  const bytes = readFileSync(join(folderOf(desk), file));
  for (const needle of ['Ada', 'Nordhaus', 'SQLite format']) expect(bytes.includes(needle)).toBe(false);

  await desk.restart();
  const again = await (await SignInPage.shown(desk.window)).signIn(ada);
  await expect((await BackupsPage.open(again.page)).list).toHaveCount(1);
});

test('a backup is made at its hour, and one that was missed soon after the next start', async ({
  users,
  desk,
  clock,
}) => {
  const backups = await BackupsPage.open(users.page);
  clock.advance(24 * hour);
  await expect(backups.list).toHaveCount(1, { timeout: 20_000 });
  await expect(backups.list.first()).toContainText('On schedule');
  await desk.close();
  clock.advance(72 * hour);
  const again = await (await SignInPage.shown(await desk.start())).signIn(ada);
  await expect((await BackupsPage.open(again.page)).list).toHaveCount(2, { timeout: 20_000 });
});

test('a stick that is pulled out is said where it is seen, until a backup works again', async ({
  users,
  desk,
}) => {
  const stick = join(desk.dataFolder, '..', 'stick');
  mkdirSync(stick);
  const backups = await BackupsPage.open(users.page);
  await desk.choosesFolder(stick);
  await backups.press('Choose folder');
  await expect(backups.standing).toContainText(stick);
  await backups.make();
  expect(files(stick)).toHaveLength(1);

  rmSync(stick, { recursive: true });
  await backups.backUpNow.click();
  await expect(backups.refusal).toContainText('can’t be reached');
  await expect(backups.refusal).toContainText('Connect the drive');
  const shell = await Shell.shown(users.page);
  await shell.openUsers();
  const notice = users.page.getByRole('status').filter({ hasText: 'The last backup didn’t work' });
  await expect(notice).toContainText(stick);
  await expectAccessibleInLightAndDark(users.page);
  await notice.getByRole('link', { name: 'Open Backups', exact: true }).click();
  await expect(backups.standing).toContainText('Not connected right now');

  await backups.press('Use the data folder');
  await expect(backups.standing).toContainText(folderOf(desk));
  await backups.make();
  await expect(backups.list.first()).toContainText('By hand');
  await shell.openUsers();
  await expect(notice).toHaveCount(0);
  expect(files(folderOf(desk))).toHaveLength(1);
});

test('a copy for elsewhere opens with its passphrase and nothing else', async ({ users, desk }) => {
  const file = join(desk.dataFolder, '..', 'for the safe.atrium-copy');
  const passphrase = 'seven quiet ferns';
  await desk.savesSheetsAs(file);
  const backups = await BackupsPage.open(users.page);
  const dialog = await backups.makeCopy();
  await expectAccessibleInLightAndDark(users.page);
  await dialog.tryWith('too short', 'another');
  await expect(dialog.root).toContainText('Use at least 10 characters');
  await expect(dialog.root).toContainText('The two passphrases differ');
  await dialog.tryWith(passphrase);
  await dialog.closed();
  await expect(users.page.getByText(`Copy saved to ${file}`, { exact: true })).toBeVisible();
  expect(openedCopy(file, passphrase, `${file}.opened`)).toMatchObject({
    organisation: 'Nordhaus',
    people: 3,
  });
});

test('a new version backs up what the one before kept, and only then changes it', async ({ desk }) => {
  await desk.close();
  const key = leaveAsEarlier(desk, '0003_mail');
  const users = await (await SignInPage.shown(await desk.start())).signIn(ada);
  const backups = await BackupsPage.open(users.page);
  await expect(backups.list).toHaveCount(1);
  await expect(backups.list.first()).toContainText('Before an update');
  await expect(backups.list.first()).toContainText('3 people');
  const [file = ''] = files(folderOf(desk));
  expect(checkedBackup(join(folderOf(desk), file), key).schema.count).toBe(4);
});

test('what can’t be backed up first isn’t changed, and says what to do', async ({ desk }) => {
  await desk.close();
  leaveAsEarlier(desk, '0003_mail');
  const database = join(desk.dataFolder, 'atrium.db');
  const before = readFileSync(database);
  writeFileSync(folderOf(desk), 'in the way');
  const page = await desk.start();
  await expect(page.getByRole('heading', { name: 'The database couldn’t be backed up' })).toBeVisible();
  await expect(page.getByText(folderOf(desk), { exact: true })).toBeVisible();
  await expectAccessibleInLightAndDark(page);
  expect(readFileSync(database).equals(before)).toBe(true);

  rmSync(folderOf(desk));
  await page.getByRole('button', { name: 'Try again', exact: true }).click();
  const users = await (await SignInPage.shown(page)).signIn(ada);
  await expect(users.row(ada.email)).toBeVisible();
  expect(files(folderOf(desk))).toHaveLength(1);
});

test.describe('with five thousand people', () => {
  test.use({ beginning: 'demo' });

  test('closed in the middle of a backup, the app makes it whole before it ends', async ({ desk }) => {
    const users = await (await SignInPage.shown(desk.window)).signIn(demoAda);
    const backups = await BackupsPage.open(users.page);
    await backups.backUpNow.click();
    await expect(users.page.getByText('Copying the database', { exact: true })).toBeVisible();
    await desk.close();
    const [file = '', ...others] = files(folderOf(desk)).filter((name) => name.includes('-manual.'));
    expect(others).toEqual([]);
    expect(checkedBackup(join(folderOf(desk), file), keyOf(desk)).people).toBe(5000);
    expect(files(folderOf(desk)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
