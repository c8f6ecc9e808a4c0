import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { behindTheBackOf } from '../support/newer-database';
import { ada, bruno, carla } from '../support/nordhaus';
import { request } from '../support/request';

test('the log says who did what to whom, from what to what, newest first', async ({ users }) => {
  const dialog = await users.deactivate(bruno.email);
  await dialog.confirm();
  const activity = await (await users.shell()).openActivity();
  // Looking is noted itself.
  const deactivated = activity.entries.nth(1);
  await expect(activity.entries.first()).toContainText('Ada Lindqvist looked into the activity log.');
  await expect(deactivated).toContainText('Ada Lindqvist deactivated Bruno Keller.');
  await expect(deactivated).toContainText(/Status: Active → .*Inactive/);
  await expect(activity.entries.last()).toContainText('Ada Lindqvist set up the organisation.');
  await expectAccessibleInLightAndDark(activity.page);

  await deactivated.press('Enter');
  await expect(activity.sheet).toContainText('user.deactivate');
  await expect(activity.sheet.getByRole('heading', { level: 2 })).toBeFocused();
  await expectAccessibleInLightAndDark(activity.page);
  await activity.page.keyboard.press('Escape');
  await expect(activity.sheet).toHaveCount(0);
  await expect(deactivated).toBeFocused();
  await deactivated.press('ArrowDown');
  await expect(activity.entries.nth(2)).toBeFocused();
});

test('entries are found by who, whom, what, site, time and text', async ({ users }) => {
  await (await users.deactivate(bruno.email)).confirm();
  const activity = await (await users.shell()).openActivity();
  await activity.choosePerson('Whom', 'brun', bruno.displayName);
  await expect(activity.entries).toHaveCount(2);
  await expect(activity.entries.first()).toContainText('deactivated Bruno Keller');
  await activity.clear();

  await activity.filter('What').choose('Sites');
  await expect(activity.entries).toHaveCount(2);
  await activity.filter('Site').choose('Hamburg');
  await expect(activity.entries).toHaveCount(1);
  await expect(activity.entries).toContainText('added the site Hamburg');
  await activity.clear();

  await activity.search('WEISS');
  await expect(activity.entries).toHaveCount(1);
  await expect(activity.entries).toContainText('created the account of Carla Weiß');
  await activity.filter('Time').choose('Today');
  await activity.search('nobody of that name');
  await expect(activity.page.getByText('Nothing found', { exact: true })).toBeVisible();
  await activity.clear();

  await activity.choosePerson('Who', 'ada', ada.displayName);
  await expect(activity.entries.last()).toContainText('set up the organisation');
});

test('what another window does appears without a reload', async ({ users, desk }) => {
  const activity = await (await users.shell()).openActivity();
  const other = await desk.windowFrom(async () => {
    await (await users.shell()).account('New window');
  });
  const people = await (await SignInPage.shown(other)).signIn(ada);
  await (await people.deactivate(carla.email)).confirm();
  await expect(activity.entries.first()).toContainText('deactivated Carla Weiß');
});

test('Verify finds the log whole after a kill, and names what was changed behind the app’s back', async ({
  users,
  desk,
}) => {
  const verifyAgain = async () => {
    const signIn = await SignInPage.shown(await desk.start());
    const activity = await (await (await signIn.signIn(ada)).shell()).openActivity();
    return activity.verify();
  };
  await (await users.deactivate(bruno.email)).confirm();
  await desk.kill();
  let verdict = await verifyAgain();
  await expect(verdict).toContainText('The log is whole');
  await expectAccessibleInLightAndDark(desk.window);
  await verdict.getByRole('button', { name: 'Close', exact: true }).click();

  await desk.close();
  behindTheBackOf(desk, (client) => {
    client.exec('drop trigger audit_event_no_update; drop trigger audit_event_no_delete');
    client.exec("update audit_event set outcome = 'denied' where n = 3");
  });
  verdict = await verifyAgain();
  await expect(verdict).toContainText('The log has been tampered with');
  await expect(verdict).toContainText('Entry 3 was changed after it was written.');

  await desk.close();
  behindTheBackOf(desk, (client) => {
    client.exec("update audit_event set outcome = 'done' where n = 3");
    client.exec('delete from audit_event where n > (select max(n) - 2 from audit_event)');
  });
  verdict = await verifyAgain();
  await expect(verdict).toContainText('The log was cut off');
});

test('what the filters show is exported, and that is noted too', async ({ users, desk }) => {
  const activity = await (await users.shell()).openActivity();
  await activity.filter('What').choose('Sites');
  const file = join(desk.dataFolder, 'log.csv');
  await desk.savesSheetsAs(file);
  await activity.export('CSV');
  await expect(activity.notice).toContainText('Exported 2 entries');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('"Ada Lindqvist","site.create","done","Hamburg"');
  expect(text.split('\r\n')).toHaveLength(4);
  await activity.clear();
  await expect(activity.entries.first()).toContainText('Ada Lindqvist exported activity.');
});

test('a site has a history of its own', async ({ users }) => {
  const sites = await (await users.shell()).openSites();
  await (await sites.rename('Hamburg')).rename('Hamburg Hafen');
  const history = await sites.history('Hamburg Hafen');
  await expect(history.first()).toContainText('Ada Lindqvist renamed the site Hamburg Hafen.');
  await expect(history.first()).toContainText(/Name: Hamburg → .*Hamburg Hafen/);
  await expect(history.nth(1)).toContainText('created the account of Carla Weiß');
  await expect(history.last()).toContainText('added the site Hamburg');
  await expectAccessibleInLightAndDark(sites.page);
});

test('the log is nobody’s who isn’t to see it', async ({ desk }) => {
  const shell = await (await SignInPage.shown(desk.window)).signInTo(bruno);
  await expect(shell.link('Visits')).toBeVisible();
  await expect(shell.link('Activity')).toHaveCount(0);
  const filter = {
    actorId: null,
    subjectId: null,
    topic: null,
    siteId: null,
    from: null,
    before: null,
    text: '',
  };
  expect(await request(desk.window, 'audit.page', { filter, after: null, limit: 10 })).toMatchObject({
    ok: false,
    error: { code: 'access.denied' },
  });
});
