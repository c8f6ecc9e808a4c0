import { expect, test } from '../fixtures';
import { LockedPage } from '../pages/locked-page';
import { SignInPage } from '../pages/sign-in-page';
import { ada, bruno } from '../support/nordhaus';

for (const [what, event] of [
  ['the computer is locked', 'lock-screen'],
  ['the computer goes to sleep', 'suspend'],
] as const) {
  test(`every window locks when ${what}, each until its own person is back`, async ({ desk, users }) => {
    const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
    await (await SignInPage.shown(window)).signInTo(bruno);

    await desk.systemSays(event);

    const hers = await LockedPage.shown(users.page);
    const his = await LockedPage.shown(window);
    await expect(users.page.getByText(ada.email)).toHaveCount(0);
    await his.tryToUnlock(ada.password);
    await expect(his.refusal).toBeVisible();
    await hers.unlock(ada.password);
    await expect(users.row(ada.email)).toBeVisible();
    await expect(window.getByRole('heading', { name: 'Locked', exact: true })).toBeVisible();
  });
}
