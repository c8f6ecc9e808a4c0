import { expect, test } from '../fixtures';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { bruno } from '../support/nordhaus';

test('a site is added, renamed, and archived once nobody depends on it', async ({ users }) => {
  const sites = await (await users.shell()).openSites();
  await expectAccessibleInLightAndDark(sites.page);
  await (await sites.addSite()).add('Leipzig');
  await expect(sites.row('Leipzig')).toContainText('Open');

  await (await sites.rename('Leipzig')).rename('Leipzig Hafen');
  await expect(sites.row('Leipzig Hafen')).toBeVisible();
  await expect(sites.row('Leipzig')).toHaveCount(0);

  const archive = await sites.archive('Leipzig Hafen');
  await expectAccessibleInLightAndDark(sites.page);
  await archive.confirm();
  await expect(sites.row('Leipzig Hafen')).toContainText('Archived');
});

test("archiving somebody's only site is refused until they are moved in the same dialog", async ({
  users,
}) => {
  const sites = await (await users.shell()).openSites();
  await (await sites.addSite()).add('Leipzig');
  const archive = await sites.archive('Berlin');
  await expect(archive.root).toContainText(bruno.displayName);

  await archive.tryToConfirm();
  await expect(archive.moveTo.field).toHaveAccessibleDescription(/Choose one/);
  await expectAccessibleInLightAndDark(sites.page);

  await archive.moveTo.choose('Leipzig');
  await archive.confirm();
  await expect(sites.row('Berlin')).toContainText('Archived');

  const people = await (await users.shell()).openUsers();
  await expect(people.row(bruno.email)).toContainText('Leipzig');
});

test('the last open site cannot be archived', async ({ users }) => {
  const sites = await (await users.shell()).openSites();
  await (await sites.archive('Hamburg')).confirm();
  const archive = await sites.archive('Berlin');
  await archive.tryToConfirm();
  await expect(archive.refusal).toContainText('only open site');
  await archive.cancel();
  await expect(sites.row('Berlin')).toContainText('Open');
});

test('a second site of the same name is refused, whatever the case', async ({ users }) => {
  const sites = await (await users.shell()).openSites();
  const dialog = await sites.addSite();
  await dialog.tryToAdd('  BERLIN ');
  await expect(dialog.refusal).toContainText('Berlin');
  await dialog.cancel();
  await expect(sites.row('Berlin')).toHaveCount(1);
});
