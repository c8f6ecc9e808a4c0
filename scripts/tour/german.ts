import type { Desk } from '../../test/e2e/support/desk';
import { founder } from '../demo/cast';
import type { Camera } from './camera';

/** The Users page as a German desk sees it. */
export async function german(desk: Desk, picture: Camera): Promise<void> {
  const page = await desk.start({ language: 'de' });
  await desk.resize(page, 1280, 800);
  await page.getByLabel('E-Mail', { exact: true }).fill(founder.email);
  await page.getByLabel('Passwort', { exact: true }).fill(founder.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Benutzer', exact: true }).click();
  await page.getByRole('row').nth(1).waitFor();
  await picture(page, 'users-german');
  await desk.close();
}
