import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { BackupsPage } from '../pages/backups-page';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import type { Desk } from '../support/desk';
import { ada } from '../support/nordhaus';

const folderOf = (desk: Desk) => join(desk.dataFolder, 'backups');
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
