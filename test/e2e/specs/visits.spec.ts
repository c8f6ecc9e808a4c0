import { expect, test } from '../fixtures';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import type { UsersPage } from '../pages/users-page';
import type { VisitsPage } from '../pages/visits-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour } from '../support/clock';
import { ada, bruno, carla } from '../support/nordhaus';
import { request } from '../support/request';

const petra = { visitor: 'Petra Lang', host: ada.displayName, company: 'Lumen', purpose: 'Interview' };

/** Ada looks at the visits of her first site, Berlin. */
const atVisits = test.extend<{ visits: VisitsPage }>({
  visits: async ({ users }, use) => use(await (await users.shell()).openVisits()),
});

atVisits('a visitor is registered, checked in and checked out', async ({ visits }) => {
  await expect(visits.page.getByText('Nobody is expected')).toBeVisible();
  await expectAccessibleInLightAndDark(visits.page);

  const dialog = await visits.newVisit();
  await expect(dialog.field('Visitor name')).toBeFocused();
  await expectAccessibleInLightAndDark(visits.page);
  await dialog.register(petra);

  await visits.showing('Expected');
  await expect(visits.row('Petra Lang')).toBeInViewport();
  await expect(visits.row('Petra Lang')).toContainText('Lumen');
  await expect(visits.row('Petra Lang')).toContainText(ada.displayName);
  await expect(visits.page.getByText('Berlin · 1 expected · 0 on site')).toBeVisible();
  await expectAccessibleInLightAndDark(visits.page);

  await visits.checkIn('Petra Lang');
  await expect(visits.notice).toContainText('Checked in Petra Lang');
  await visits.open('On Site');
  await visits.checkOut('Petra Lang');
  await expect(visits.notice).toContainText('Checked out Petra Lang');

  await visits.open('History');
  await expect(visits.row('Petra Lang')).toContainText('Left');
  await expectAccessibleInLightAndDark(visits.page);
});

atVisits('a visit is cancelled by name, and stays in the history as that', async ({ visits }) => {
  await visits.register(petra);
  const dialog = await visits.cancel('Petra Lang');
  await expect(dialog.root).toContainText('Petra Lang');
  await expectAccessibleInLightAndDark(visits.page);
  await dialog.cancel();
  await expect(visits.row('Petra Lang')).toBeVisible();

  await (await visits.cancel('Petra Lang')).confirm();
  await expect(visits.row('Petra Lang')).toHaveCount(0);
  await visits.open('History');
  await expect(visits.row('Petra Lang')).toContainText('Cancelled');
  await expect(visits.button('Petra Lang', 'Check In')).toHaveCount(0);
});

atVisits('the host is who they were when the visitor came in', async ({ visits }) => {
  await visits.register({ visitor: 'Petra Lang', host: bruno.displayName });
  await rename(visits, bruno.email, 'Bruno Keller-Sand');
  // Registered as was; the name of now is taken at check-in.
  await expect(visits.row('Petra Lang')).toContainText(bruno.displayName);
  await visits.checkIn('Petra Lang');
  await visits.open('On Site');
  await expect(visits.row('Petra Lang')).toContainText('Bruno Keller-Sand');

  await rename(visits, bruno.email, 'Bruno Sand');
  await visits.open('On Site');
  await visits.checkOut('Petra Lang');
  await visits.open('History');
  await expect(visits.row('Petra Lang')).toContainText('Bruno Keller-Sand');
});

atVisits('who waits for a host that is gone is marked', async ({ visits }) => {
  await visits.register({ visitor: 'Petra Lang', host: bruno.displayName });
  const people = await (await visits.shell()).openUsers();
  await (await people.deactivate(bruno.email)).confirm();
  await (await people.shell()).openVisits();
  await expect(visits.row('Petra Lang')).toContainText('Host no longer here');

  const dialog = await visits.newVisit();
  await dialog.host.field.fill('bruno');
  await expect(visits.page.getByText('Nobody of that name at this site.')).toBeVisible();
});

atVisits('nobody comes: the visit expires when its departure passes', async ({ visits, clock }) => {
  await visits.register({ ...petra, departure: local(clock.now() + 2 * hour) });
  clock.advance(3 * hour);
  await expect(visits.row('Petra Lang')).toHaveCount(0, { timeout: 20_000 });
  await visits.open('History');
  await expect(visits.row('Petra Lang')).toContainText('Expired');
});

atVisits('somebody who stays longer than planned is overdue, not gone', async ({ visits, clock }) => {
  await visits.register({ ...petra, departure: local(clock.now() + 2 * hour) });
  await visits.checkIn('Petra Lang');
  await visits.open('On Site');
  await expect(visits.row('Petra Lang')).not.toContainText('Overdue');
  clock.advance(3 * hour);
  await expect(visits.row('Petra Lang')).toContainText('Overdue', { timeout: 20_000 });
});

atVisits('what can’t be is said at its field, and the dialog stays', async ({ visits, clock }) => {
  const dialog = await visits.newVisit();
  await dialog.button('Register Visit').click();
  await expect(dialog.field('Visitor name')).toHaveAccessibleDescription('Enter a name.');
  await expect(dialog.host.field).toHaveAccessibleDescription(/Choose one/);

  await dialog.tryToRegister({
    ...petra,
    arrival: local(clock.now() + 3 * hour),
    departure: local(clock.now() + 2 * hour),
  });
  await expect(dialog.refusal).toContainText('before the arrival');
  await expectAccessibleInLightAndDark(visits.page);
  await dialog.field('Expected departure').fill(local(clock.now() + 4 * hour));
  await dialog.button('Register Visit').click();
  await dialog.closed();
  await expect(visits.row('Petra Lang')).toBeVisible();
});

atVisits('by keyboard alone: register, check in, and go on with the next', async ({ visits }) => {
  const { page } = visits;
  await visits.register({ visitor: 'Quentin Uibel', host: ada.displayName });
  await page.getByRole('button', { name: 'New Visit', exact: true }).press('Enter');
  await page.keyboard.type('Petra Lang');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  // Typed in full, taken by no list.
  await page.keyboard.type('ada lindqvist');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(visits.row('Petra Lang')).toContainText(ada.displayName);

  await visits.button('Quentin Uibel', 'Check In').focus();
  await page.keyboard.press('Enter');
  await expect(visits.row('Quentin Uibel')).toHaveCount(0);
  // On the row that took its place, not on a button of it.
  await expect(visits.row('Petra Lang')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(visits.button('Petra Lang', 'Cancel Visit')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(visits.row('Petra Lang')).toHaveCount(0);
  await expect(visits.tab('Expected')).toBeFocused();
});

atVisits(
  'another window sees it at once, and what was done meanwhile is refused',
  async ({ visits, desk }) => {
    const shell = await visits.shell();
    const second = await desk.windowFrom(() => shell.account('New window'));
    const there = await (await (await SignInPage.shown(second)).signInTo(ada)).openVisits();
    await visits.register(petra);
    await expect(there.row('Petra Lang')).toBeVisible();

    const dialog = await there.cancel('Petra Lang');
    await visits.checkIn('Petra Lang');
    await dialog.tryToConfirm();
    await expect(dialog.refusal).toContainText('On site');
    await dialog.cancel();
  },
);

atVisits('a long list comes in parts, and what was just registered is in view', async ({ visits, clock }) => {
  await expectMany(visits, 60);
  await expect(visits.page.getByText('Berlin · 60 expected · 0 on site')).toBeVisible();
  await expect(visits.row('Visitor 50')).toHaveCount(1);
  await expect(visits.row('Visitor 51')).toHaveCount(0);
  await visits.page.getByRole('button', { name: 'Show more', exact: true }).click();
  await expect(visits.row('Visitor 60')).toHaveCount(1);

  await visits.search.fill('visitor 07');
  await expect(visits.row('Visitor 08')).toHaveCount(0);
  await visits.register({ ...petra, arrival: local(clock.now() + 48 * hour) });
  await expect(visits.search).toHaveValue('');
  await expect(visits.row('Petra Lang')).toBeInViewport({ ratio: 1 });
});

test('a Member sees their own visitors and hosts nobody else’s', async ({ users }) => {
  const visits = await (await users.shell()).openVisits();
  await visits.register({ visitor: 'Petra Lang', host: bruno.displayName });
  await visits.register({ visitor: 'Quentin Uibel', host: ada.displayName });

  const shell = await (await (await visits.shell()).signOut()).signInTo(bruno);
  await expect(shell.link('Users')).toHaveCount(0);
  const own = await shell.openVisits();
  await expect(own.currentSite.field).toHaveCount(0);
  await expect(own.row('Petra Lang')).toBeVisible();
  await expect(own.row('Quentin Uibel')).toHaveCount(0);

  const dialog = await own.newVisit();
  await expect(dialog.root).toContainText('Berlin');
  await expect(dialog.host.field).toHaveValue(bruno.displayName);
  await dialog.host.field.press('Enter');
  await expect(own.page.getByRole('option')).toHaveCount(1);
  await expect(own.page.getByRole('option', { name: bruno.displayName, exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await own.page.keyboard.press('Escape');
  await dialog.register({ visitor: 'Rosa Tamm' });
  await own.checkIn('Rosa Tamm');
});

atVisits('two sites are never mixed, and the choice of one outlasts a restart', async ({ visits, desk }) => {
  await visits.register(petra);
  expect(await visits.currentSite.offered()).toEqual(['Berlin', 'Hamburg']);
  await visits.currentSite.choose('Hamburg');
  await expect(visits.page.getByText('Hamburg · 0 expected · 0 on site')).toBeVisible();
  await expect(visits.row('Petra Lang')).toHaveCount(0);
  await visits.register({ visitor: 'Ole Vik', host: carla.displayName });

  const shell = await (await SignInPage.shown(await desk.restart())).signInTo(ada);
  const again = await shell.openVisits();
  await expect(again.currentSite.field).toContainText('Hamburg');
  await expect(again.row('Ole Vik')).toBeVisible();
  await expect(again.row('Petra Lang')).toHaveCount(0);

  // Registered for the other site: that one is shown then, with the visit.
  await again.register({ visitor: 'Ida Roth', host: bruno.displayName, site: 'Berlin' });
  await expect(again.currentSite.field).toContainText('Berlin');
  await expect(again.row('Ida Roth')).toBeVisible();
});

atVisits('on a small screen the site and every button are still there', async ({ visits, desk }) => {
  await visits.register(petra);
  await desk.resize(visits.page, 1024, 700);
  await expect(visits.currentSite.field).toBeInViewport({ ratio: 1 });
  await expect(visits.button('Petra Lang', 'Check In')).toBeInViewport({ ratio: 1 });
  await expect(visits.button('Petra Lang', 'Cancel Visit')).toBeInViewport({ ratio: 1 });
  expect(await visits.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await expectAccessibleInLightAndDark(visits.page);
  const dialog = await visits.newVisit();
  await expect(dialog.field('Expected departure')).toBeInViewport({ ratio: 1 });
  await dialog.cancel();
  await visits.currentSite.choose('Hamburg');
  await expect(visits.page.getByText('Nobody is expected')).toBeVisible();
});

async function rename(visits: VisitsPage, email: string, displayName: string): Promise<void> {
  const people: UsersPage = await (await visits.shell()).openUsers();
  await (await people.edit(email)).save({ displayName });
  await (await Shell.shown(visits.page)).openVisits();
}

/** Registered by main alone: "Visitor 01", "Visitor 02" and so on, in the order of their arrival. */
async function expectMany({ page }: VisitsPage, number: number): Promise<void> {
  const listed = await request(page, 'sites.list', {});
  const siteId = listed.ok ? (listed.value.sites[0]?.id ?? '') : '';
  const found = await request(page, 'visits.hosts', { siteId, search: 'ada' });
  const hostId = found.ok ? (found.value.hosts[0]?.id ?? '') : '';
  for (let index = 1; index <= number; index++) {
    const registered = await request(page, 'visits.register', {
      siteId,
      hostId,
      visitorName: `Visitor ${String(index).padStart(2, '0')}`,
      company: null,
      visitorEmail: null,
      purpose: null,
      expectedArrivalAt: null,
      expectedDepartureAt: null,
    });
    expect(registered).toMatchObject({ ok: true });
  }
}

/** As the browser's field takes it. */
function local(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
