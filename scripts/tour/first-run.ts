import { SetUpPage } from '../../test/e2e/pages/set-up-page';
import { SignInPage } from '../../test/e2e/pages/sign-in-page';
import { UsersPage } from '../../test/e2e/pages/users-page';
import type { Desk } from '../../test/e2e/support/desk';
import { founder, organisationName, siteNames } from '../demo/cast';
import type { Camera } from './camera';

/** The smallest window: the drawing beside the form weighs more than all the rest. */
const size = [1024, 700] as const;

/** Set-up on an empty desk, and what every later start shows. */
export async function firstRun(desk: Desk, picture: Camera): Promise<void> {
  const setUp = await SetUpPage.shown(await desk.start());
  await desk.resize(setUp.page, ...size);
  await setUp.fillIn({ ...founder, name: organisationName, site: siteNames[0], roles: 'Three roles' });
  await picture(setUp.page, 'set-up');
  await setUp.submit();
  await UsersPage.shown(setUp.page);

  const signIn = await SignInPage.shown(await desk.restart());
  await desk.resize(signIn.page, ...size);
  await signIn.email.fill(founder.email);
  await picture(signIn.page, 'sign-in');
  await desk.close();
}
