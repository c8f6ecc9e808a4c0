import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { AccessPage } from '../pages/access-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour } from '../support/clock';
import { ada, bruno, carla } from '../support/nordhaus';

const day = 24 * hour;

/** As a date field takes it. */
const dayOf = (at: number) => {
  const local = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
};

test('says who could enter a site on a day that has been, in which role, and who had granted it', async ({
  users,
  clock,
  desk,
}) => {
  const first = clock.now();
  clock.advance(2 * day);
  const signedIn = await (await users.shell()).openUsers();
  await (await signedIn.edit(bruno.email)).save({ role: 'Site-Admin', sites: ['Berlin', 'Hamburg'] });
  clock.advance(2 * day);
  await (await signedIn.deactivate(carla.email)).confirm();

  const sites = await (await users.shell()).openSites();
  await (await sites.rename('Hamburg')).rename('Hamburg Hafen');
  const access = await sites.access('Hamburg Hafen');
  await expect(access.row(bruno.email)).toContainText('Site-Admin');
  await expect(access.row(bruno.email)).toContainText('All day');
  await expect(access.row(bruno.email)).toContainText(/Ada Lindqvist.*Changed role or sites/);
  await expect(access.row(ada.email)).toContainText('Organization-wide');
  await expect(access.row(ada.email)).toContainText('Set up the organisation');
  await expect(access.row(carla.email)).toContainText(/Until .*Created the account.*Deactivated/);
  await expectAccessibleInLightAndDark(access.page);

  // Before Bruno came, and by the name the site had then.
  await access.onDay(dayOf(first));
  await expect(access.row(carla.email)).toContainText('Member');
  await expect(access.row(bruno.email)).toHaveCount(0);
  await expect(access.page.getByText(/Hamburg, now called Hamburg Hafen/)).toBeVisible();

  await access.search('WEISS');
  await expect(access.rows).toHaveCount(1);
  await expect(access.row(carla.email)).toBeVisible();
  await access.search('nobody of that name');
  await expect(access.nobody).toContainText('Nobody of that name');
  await access.search('');

  const file = join(desk.dataFolder, 'access.csv');
  await desk.savesSheetsAs(file);
  await access.export();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain('"Carla Weiß","carla@nordhaus.example","member","site","Hamburg"');

  const activity = await (await users.shell()).openActivity();
  await expect(activity.entries.nth(1)).toContainText('Ada Lindqvist exported who had access.');
});

test('says why there is nobody: not set up yet, not made yet, not come yet', async ({ users, clock }) => {
  const activity = await (await users.shell()).openActivity();
  const access = await activity.accessOnADay();
  await expect(access.row(ada.email)).toBeVisible();
  await access.onDay(dayOf(clock.now() - 30 * day));
  await expect(access.nobody).toContainText('The organisation wasn’t there yet');
  await access.onDay(dayOf(clock.now() + 30 * day));
  await expect(access.nobody).toContainText('That hasn’t come yet');
  await expectAccessibleInLightAndDark(access.page);

  clock.advance(3 * day);
  const sites = await (await users.shell()).openSites();
  await (await sites.addSite()).add('Leipzig');
  const there = await sites.access('Leipzig');
  await expect(there.row(ada.email)).toContainText('From ');
  await there.onDay(dayOf(clock.now() - 2 * day));
  await expect(there.nobody).toContainText('Leipzig wasn’t there yet');
  await there.site.choose('All sites');
  await expect(there.row(carla.email)).toContainText('Hamburg');
  await expect(there.row(ada.email)).toContainText('Organization-wide');
});

test('is found in the command palette', async ({ users }) => {
  await users.page.keyboard.press('Control+k');
  await users.page.keyboard.type('access');
  await users.page.keyboard.press('Enter');
  await AccessPage.shown(users.page);
});
