import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour } from '../support/clock';
import { ada, greta } from '../support/nordhaus';

const day = 24 * hour;

test('a clock that is set back revives no invitation, and every window says so until it is right', async ({
  desk,
  users,
  clock,
}) => {
  const ready = await (await users.inviteUser()).invite(greta.email, { role: 'Member', sites: ['Berlin'] });
  await ready.take();
  clock.advance(8 * day);
  const row = (await (await SignInPage.shown(users.page)).signIn(ada)).row(greta.email);
  await expect(row).toContainText('Expired');

  clock.advance(-8 * day);

  await expect(users.notice.filter({ hasText: 'clock is behind' })).toBeVisible();
  await expectAccessibleInLightAndDark(users.page);
  await expect(row).toContainText('Expired');
  const again = await (await SignInPage.shown(await desk.restart())).signIn(ada);
  await expect(again.row(greta.email)).toContainText('Expired');

  clock.advance(8 * day);
  await expect(again.notice.filter({ hasText: 'clock is behind' })).toHaveCount(0);
});

test('a clock far ahead asks whether it is right', async ({ users, clock }) => {
  clock.advance(100 * day);
  const again = await (await SignInPage.shown(users.page)).signIn(ada);
  const banner = again.notice.filter({ hasText: 'far ahead' });
  await expect(banner).toBeVisible();

  await banner.getByRole('button', { name: 'The clock is right', exact: true }).click();

  await expect(banner).toHaveCount(0);
});
