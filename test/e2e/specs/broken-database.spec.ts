import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import type { Desk } from '../support/desk';
import { markAsNewer } from '../support/newer-database';
import { ada } from '../support/nordhaus';

const database = (desk: Desk) => join(desk.dataFolder, 'atrium.db');

function damage(desk: Desk): void {
  const bytes = readFileSync(database(desk));
  bytes.fill(0xaa, 0, 4096);
  writeFileSync(database(desk), bytes);
}

const troubles: { what: string; cause: (desk: Desk) => void; says: string }[] = [
  { what: 'a damaged file', cause: damage, says: 'The database file is damaged' },
  { what: 'a file from a newer version', cause: markAsNewer, says: 'The database is from a newer version' },
  {
    what: 'another key',
    cause: (desk) => writeFileSync(desk.keychainFile, `plain:${Buffer.alloc(32, 7).toString('base64')}\n`),
    says: 'The key doesn’t fit the database',
  },
  {
    what: 'no key',
    cause: (desk) => rmSync(desk.keychainFile),
    says: 'The key to the database is missing',
  },
];

for (const { what, cause, says } of troubles) {
  test(`${what} is said in plain words at the start, and the file is left as it was`, async ({ desk }) => {
    await SignInPage.shown(desk.window);
    await desk.close();
    cause(desk);
    const before = readFileSync(database(desk));

    const page = await desk.start();
    await expect(page.getByRole('heading', { name: says })).toBeVisible();
    await expect(page.getByText(database(desk))).toBeVisible();
    await expectAccessibleInLightAndDark(page);

    await desk.close();
    expect(readFileSync(database(desk)).equals(before)).toBe(true);
  });
}

test('once the right key is back, everything is', async ({ desk }) => {
  await desk.close();
  const key = readFileSync(desk.keychainFile);
  rmSync(desk.keychainFile);
  await desk.start();
  await expect(desk.window.getByRole('button', { name: 'Quit', exact: true })).toBeVisible();
  await desk.close();

  writeFileSync(desk.keychainFile, key);
  const users = await (await SignInPage.shown(await desk.start())).signIn(ada);
  await expect(users.row(ada.email)).toBeVisible();
});
