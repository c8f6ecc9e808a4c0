import type { Page } from '@playwright/test';
import { BackupsPage } from '../../test/e2e/pages/backups-page';
import { Dialog } from '../../test/e2e/pages/dialog';
import { LicencePage } from '../../test/e2e/pages/licence-page';
import { SignInPage } from '../../test/e2e/pages/sign-in-page';
import type { UsersPage } from '../../test/e2e/pages/users-page';
import type { Desk } from '../../test/e2e/support/desk';
import { siteAdmin, siteNames } from '../demo/cast';
import type { Camera } from './camera';
import { quiet } from './quiet';

const visit = {
  visitor: 'Ingrid Halvorsen',
  company: 'Fjordlys',
  purpose: 'Fire safety inspection',
};

/** Somebody who is at work: signed in in a window of their own. */
export async function person(users: UsersPage, desk: Desk, picture: Camera): Promise<void> {
  const shell = await users.shell();
  const own = await desk.windowFrom(() => shell.account('New window'));
  await (await SignInPage.shown(own)).signInTo(siteAdmin);
  await quiet(users);
  await users.search.fill('okafor');
  const sheet = await users.open(siteAdmin);
  await sheet.sessions.first().waitFor();
  await picture(users.page, 'person');
  await sheet.history.first().scrollIntoViewIfNeeded();
  await picture(users.page, 'person-history');
  await users.page.keyboard.press('Escape');
  await own.close();
}

/** The day's other work: who comes and goes. */
export async function reception(users: UsersPage, picture: Camera): Promise<void> {
  const visits = await (await users.shell()).openVisits();
  await visits.currentSite.choose(siteNames[0]);
  const dialog = await visits.newVisit();
  await dialog.fill({ ...visit, host: siteAdmin.displayName });
  await picture(users.page, 'new-visit');
  await dialog.button('Register Visit').click();
  await dialog.closed();
  await visits.row(visit.visitor).waitFor();
  await picture(users.page, 'visits');
}

/** The pages where less happens. */
export async function elsewhere(users: UsersPage, picture: Camera): Promise<void> {
  const shell = await users.shell();
  await shell.openUsers();
  await quiet(users);
  await shell.link('Dashboard').click();
  await users.page.getByRole('heading', { name: 'Dashboard', exact: true }).waitFor();
  await picture(users.page, 'dashboard');
  const sites = await shell.openSites();
  await picture(sites.page, 'sites');
  const archive = await sites.archive('Berlin');
  await picture(sites.page, 'archive-site');
  await archive.cancel();
  await settings(users, picture);
  await shell.openUsers();
}

/** Looked at, not set: further pictures start the app again. */
async function startPassphrase(page: Page, picture: Camera): Promise<void> {
  const act = 'Set start passphrase';
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = new Dialog(page, act);
  await picture(page, 'start-passphrase');
  await dialog.cancel();
}

/** What belongs to the organisation as a whole. */
async function settings(users: UsersPage, picture: Camera): Promise<void> {
  const pages = await (await users.shell()).openSettings();
  await pages.open('Organisation');
  await picture(users.page, 'settings-organisation');
  await pages.open('Security');
  await picture(users.page, 'settings-security');
  await startPassphrase(users.page, picture);
  const backups = await BackupsPage.open(users.page);
  await backups.make();
  await picture(users.page, 'settings-backups');
  await pages.open('Language');
  await picture(users.page, 'settings-language');
  const licence = await LicencePage.open(users.page);
  await licence.panel.waitFor();
  await picture(users.page, 'settings-licence');
}
