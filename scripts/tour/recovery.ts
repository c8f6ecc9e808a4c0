import { RecoveryKitDialog } from '../../test/e2e/pages/recovery-kit-dialog';
import { RecoveryPage } from '../../test/e2e/pages/recovery-page';
import type { SignInPage } from '../../test/e2e/pages/sign-in-page';
import type { UsersPage } from '../../test/e2e/pages/users-page';
import { founder } from '../demo/cast';
import type { Camera } from './camera';
import { quiet } from './quiet';

/** First, so that its banner is in no other picture. */
export async function recoveryKit(users: UsersPage, picture: Camera): Promise<void> {
  await users.printRecoveryKit.click();
  const kit = await RecoveryKitDialog.shown(users.page);
  await kit.code();
  await picture(users.page, 'recovery-kit');
  await kit.done();
  await users.printRecoveryKit.waitFor({ state: 'detached' });
  await quiet(users);
}

/** Where the code is typed, and back. */
export async function recoveryCode({ page }: SignInPage, picture: Camera): Promise<void> {
  await page.getByRole('link', { name: 'Use recovery code', exact: true }).click();
  const recovery = await RecoveryPage.shown(page);
  await recovery.field('Email').fill(founder.email);
  await recovery.field('Recovery code').focus();
  await picture(page, 'recovery-code');
  await recovery.back();
}
