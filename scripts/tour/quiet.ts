import { UsersPage } from '../../test/e2e/pages/users-page';

/** Without the line of an act before: it stays for seconds, and belongs in no other picture. */
export async function quiet({ page }: UsersPage): Promise<void> {
  await page.reload();
  await UsersPage.shown(page);
}
