import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures';
import { LicencePage, licenceNotice } from '../pages/licence-page';
import { SignInPage } from '../pages/sign-in-page';
import type { UsersPage } from '../pages/users-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour, type TestClock } from '../support/clock';
import type { Desk } from '../support/desk';
import { issueLicence, makeForeignKey, tamperedText } from '../support/licence';
import { ada, bruno, carla, greta } from '../support/nordhaus';

const day = 24 * hour;

test('without a licence the Community tier shows what is used of it', async ({ users }) => {
  const licence = await LicencePage.open(users.page);
  await expect(licence.text('Community tier')).toBeVisible();
  await expect(licence.text('3 of 25 users')).toBeVisible();
  await expect(licence.text('2 of 5 sites')).toBeVisible();
  await expectAccessibleInLightAndDark(users.page);

  await users.page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(users.page.getByText('Organisation ID copied')).toBeVisible();
});

test('an imported licence sets the limits; where seats end, it says how to go on', async ({
  users,
  desk,
}) => {
  const licence = await LicencePage.open(users.page);
  await licence.import(issueLicence(desk, { users: 3 }));
  await expect(licence.text('Professional tier')).toBeVisible();
  await expect(licence.text('Nordhaus GmbH')).toBeVisible();
  await expect(licence.text('3 of 3 users')).toBeVisible();
  await expectAccessibleInLightAndDark(users.page);

  await (await users.shell()).openUsers();
  const add = await users.addUser();
  await add.fillIn({ ...greta, role: 'Member', sites: ['Berlin'] });
  await add.field('Password').fill(greta.password);
  await add.submit();
  await expect(add.refusal).toContainText('3 of 3 users');
  await add.cancel();

  await LicencePage.open(users.page);
  await users.page.getByRole('link', { name: 'Choose whom to deactivate', exact: true }).click();
  await (await users.deactivate(carla.email)).confirm();
  await (await users.addUser()).create({ ...greta, role: 'Member', sites: ['Berlin'] }, greta.password);
  await expect(users.row(greta.email)).toContainText('Active');
});

test('a file that is no licence of ours is refused by name, and what holds stays', async ({
  users,
  desk,
  clock,
}) => {
  const licence = await LicencePage.open(users.page);
  const good = issueLicence(desk, { validUntil: dayFromNow(clock, 1) });

  await licence.tryToImport({ name: 'letter.txt', text: 'Dear Nordhaus, please find attached …' });
  await expect(licence.refusal).toContainText('no licence file');
  await licence.tryToImport({ name: 'photo.jpg', text: Buffer.alloc(300_000, 7) });
  await expect(licence.refusal).toContainText('no licence file');
  await licence.tryToImport({ name: 'more.licence', text: tamperedText(good) });
  await expect(licence.refusal).toContainText('not signed by us, or was changed');
  await licence.tryToImport(issueLicence(desk, { key: makeForeignKey(desk) }));
  await expect(licence.refusal).toContainText('not signed by us, or was changed');
  await licence.tryToImport(issueLicence(desk, { organisation: '0190a5f0-7c1e-7d3a-9b2c-5e8f1a2b3c4d' }));
  await expect(licence.refusal).toContainText('issued to Nordhaus GmbH');
  await expectAccessibleInLightAndDark(users.page);

  clock.advance(3 * day);
  await licence.tryToImport(good);
  await expect(licence.refusal).toContainText('This licence ended on');
  await expect(licence.text('Community tier')).toBeVisible();

  await licence.drop(readFileSync(issueLicence(desk, { users: 77 }), 'utf8'));
  await expect(licence.text('3 of 77 users')).toBeVisible();
  await expect(licence.refusal).toHaveCount(0);
});

test('a licence that ends warns ever louder for 30 days; then nothing new is made until another one comes', async ({
  users,
  desk,
  clock,
}) => {
  // Two windows, a month and five sign-ins.
  test.slow();
  const { page } = users;
  const brunos = await (await openWindow(desk, users)).signInTo(bruno);
  await (await LicencePage.open(page)).import(issueLicence(desk, { validUntil: dayFromNow(clock, 1) }));
  await expect(licenceNotice(page)).toHaveCount(0);

  // Grace: everybody is told, everything works.
  clock.advance(3 * day);
  await expect(licenceNotice(page)).toContainText('Everything works until');
  await expect(licenceNotice(brunos.page)).toContainText('Tell an administrator');
  await expectAccessibleInLightAndDark(page);
  await expect((await LicencePage.open(page)).text('Grace period')).toBeVisible();
  clock.advance(12 * day);
  await signInAgain(users);
  await expect(licenceNotice(page)).toContainText(/1[67] days left/);
  await (await users.addUser()).create({ ...greta, role: 'Member', sites: ['Berlin'] }, greta.password);
  await expectAccessibleInLightAndDark(page);
  clock.advance(12 * day);
  await signInAgain(users);
  await expect(licenceNotice(page)).toContainText(/[45] days left/);
  await expectAccessibleInLightAndDark(page);

  // Read-only: making anything new is refused; looking, signing in and deactivating go on.
  clock.advance(6 * day);
  await expect(licenceNotice(page)).toContainText('Read-only');
  const invite = await users.inviteUser();
  await invite.tryToInvite('nobody@nordhaus.example', { role: 'Member', sites: ['Berlin'] });
  await expect(invite.refusal).toContainText('nothing new can be created');
  await invite.cancel();
  await (await users.deactivate(greta.email)).confirm();
  await expect(users.row(greta.email)).toContainText('Inactive');
  await (await SignInPage.shown(brunos.page)).signInTo(bruno);
  await expect(licenceNotice(brunos.page)).toContainText('Read-only');

  // From the notice to the licence, and on with a new one.
  await page.getByRole('link', { name: 'See the licence', exact: true }).click();
  const licence = await LicencePage.open(page);
  await expect(licence.text('Read-only')).toBeVisible();
  await expectAccessibleInLightAndDark(page);
  await licence.import(issueLicence(desk));
  await expect(licenceNotice(page)).toHaveCount(0);
  await expect(licenceNotice(brunos.page)).toHaveCount(0);
  await (await users.shell()).openUsers();
  const again = await users.inviteUser();
  await (await again.invite('erik@nordhaus.example', { role: 'Member', sites: ['Berlin'] })).take();
});

/** The calendar day in UTC so many days from what the app takes for now. */
function dayFromNow(clock: TestClock, days: number): string {
  return new Date(clock.now() + days * day).toISOString().slice(0, 10);
}

async function openWindow(desk: Desk, users: UsersPage): Promise<SignInPage> {
  return SignInPage.shown(await desk.windowFrom(async () => (await users.shell()).account('New window')));
}

/** A week without anybody at the desk has ended every session. */
async function signInAgain(users: UsersPage): Promise<void> {
  await (await SignInPage.shown(users.page)).signIn(ada);
}
