import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupsPage } from '../../test/e2e/pages/backups-page';
import { RescuePage } from '../../test/e2e/pages/rescue-page';
import { SignInPage } from '../../test/e2e/pages/sign-in-page';
import type { Desk } from '../../test/e2e/support/desk';
import { founder } from '../demo/cast';
import type { Camera } from './camera';

const newcomer = { email: 'n.brandt@nordhaus.example', displayName: 'Nele Brandt' };

/** A backup, something done after it, and what restoring it would change; then the same where the database is damaged. */
export async function restore(desk: Desk, picture: Camera): Promise<void> {
  const page = await desk.start();
  const users = await (await SignInPage.shown(page)).signIn(founder);
  await (await BackupsPage.open(page)).make();
  const list = await (await users.shell()).openUsers();
  await (await list.addUser()).create(
    { ...newcomer, role: 'Member', sites: ['Hamburg'] },
    'nine brass kettles',
  );
  const email = await list.emailOf(list.rows.nth(3));
  await (await list.deactivate(email)).confirm();
  const dialog = await (await (await BackupsPage.open(page)).restore()).compared();
  await picture(page, 'restore');
  await dialog.cancel();
  await desk.close();

  const database = join(desk.dataFolder, 'atrium.db');
  const bytes = readFileSync(database);
  bytes.fill(0xaa, 0, 4096);
  writeFileSync(database, bytes);
  await desk.start();
  await desk.resize(desk.window, 1024, 700);
  const rescue = await RescuePage.failed(desk, 'The database file is damaged');
  await rescue.found.first().scrollIntoViewIfNeeded();
  await picture(rescue.page, 'restore-damaged');
  await desk.close();
}
