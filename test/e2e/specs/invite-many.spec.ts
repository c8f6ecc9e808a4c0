import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '../fixtures';
import { savedList } from '../pages/invite-many-dialog';
import { LicencePage } from '../pages/licence-page';
import { LockedPage } from '../pages/locked-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour } from '../support/clock';
import { issueLicence } from '../support/licence';
import { ada, bruno, carla, greta } from '../support/nordhaus';
import { expectNothingLeftOver, expectPages } from '../support/printing';

const erik = { displayName: 'Erik Sørensen', email: 'erik@nordhaus.example', password: 'eleven red kites' };
const member = { role: 'Member', sites: ['Hamburg'] } as const;

test('Invite many: each line says what comes of it, then all are sent, and what failed is put right and sent again', async ({
  users,
  desk,
  clock,
}) => {
  const { page } = users;
  const invite = async (email: string, sites: string[]) =>
    (await (await users.inviteUser()).invite(email, { role: 'Member', sites })).take();
  await invite('expired@nordhaus.example', ['Berlin']);
  const signIn = await (await users.shell()).signOut();
  clock.advance(169 * hour);
  await signIn.signIn(ada);
  const first = await invite('pending@nordhaus.example', ['Berlin']);
  await (await users.deactivate(carla.email)).confirm();

  const dialog = await users.inviteMany();
  await dialog.button('Check list').click();
  await expect(dialog.root).toContainText('Paste at least one address.');
  await expectAccessibleInLightAndDark(page);
  await dialog.check(
    [
      `"Sørensen, Erik" <${erik.email}>; pending@nordhaus.example`,
      'expired@nordhaus.example',
      carla.email,
      bruno.email,
      erik.email.toUpperCase(),
      'greta.nordhaus.example',
    ],
    member,
  );
  expect(await dialog.outcomes()).toEqual([
    'New',
    'Resend',
    'Resend',
    'Reactivation',
    'Already active',
    'Duplicate',
    'Invalid',
  ]);
  await expect(dialog.row('pending@nordhaus.example')).toContainText('stays Member, Berlin');
  await expect(dialog.row('expired@nordhaus.example')).toContainText('Replaces the expired invitation');
  await expect(dialog.row(carla.email)).toContainText(`Brings back ${carla.displayName}`);
  await expect(dialog.row('greta.nordhaus.example')).toContainText('exactly one @');
  await expectAccessibleInLightAndDark(page);

  await dialog.send();
  await expect(dialog.root).toContainText('4 people are invited');
  await expect(dialog.row('greta.nordhaus.example')).toContainText('Invalid');
  await expectAccessibleInLightAndDark(page);
  await dialog.button('Back to the list').click();
  await expect(dialog.list).toHaveValue('greta.nordhaus.example\n');
  await dialog.button('Show report').click();
  await dialog.button('Back to the list').click();
  await dialog.check([greta.email]);
  await dialog.send();
  await expect(dialog.root).toContainText('5 people are invited');

  // Links and codes of both rounds.
  const saved = join(dirname(desk.dataFolder), 'invitations.csv');
  await desk.savesSheetsAs(saved);
  await dialog.button('Save list').click();
  await expect(dialog.notice.filter({ hasText: `Saved as ${saved}` })).toBeVisible();
  expect(statSync(saved).mode & 0o777).toBe(0o600);
  const list = savedList(saved);
  expect(list.map(({ Email }) => Email)).toEqual([
    erik.email,
    'pending@nordhaus.example',
    'expired@nordhaus.example',
    carla.email,
    greta.email,
  ]);
  const slips = join(dirname(desk.dataFolder), 'slips.pdf');
  await desk.savesSheetsAs(slips);
  await dialog.button('Print slips').click();
  await expect(dialog.notice.filter({ hasText: `Saved as ${slips}` })).toBeVisible();
  expectPages(slips, 'A6', 5);
  await expectNothingLeftOver(page);
  await dialog.done();

  await expect(users.row('pending@nordhaus.example')).toContainText('Berlin');
  await expect(users.row('expired@nordhaus.example')).toContainText('Hamburg');
  await expect(users.row(carla.email)).toContainText('Pending reactivation');
  const invitation = await (await (await users.shell()).signOut()).haveAnInvitation();
  await invitation.enter(first.code);
  await expect(invitation.refusal).toBeVisible();
  await invitation.enter(list[0]?.['Invitation code'] ?? '');
  const his = await (await invitation.accept(erik)).signInTo(erik);
  await expect(his.page.getByRole('navigation')).toBeVisible();
});

test('a CSV is dropped, whatever its encoding, and open invitations can be left as they are', async ({
  users,
}) => {
  const ready = await (await users.inviteUser()).invite('pending@nordhaus.example', member);
  const { code } = await ready.take();
  const dialog = await users.inviteMany();
  await dialog.drop('picture.png', Buffer.from([0x89, 0x50, 0, 0]));
  await expect(dialog.refusal).toContainText('can’t be read as text');
  const csv = `Name;E-Mail-Adresse;Ort\r\nJörg;"jörg@bücher.example";Köln\r\nPia;pending@nordhaus.example;Bonn\r\n`;
  await dialog.drop('team.csv', Buffer.from(csv, 'latin1'));
  await expect(dialog.refusal).toHaveCount(0);
  await expect(dialog.list).toHaveValue('jörg@bücher.example\npending@nordhaus.example\n');
  await dialog.choice('Site Access').chooseExactly(['Hamburg']);
  await dialog.button('Check list').click();
  await dialog.root.getByRole('checkbox', { name: /^Resend open invitations/ }).uncheck();
  expect(await dialog.outcomes()).toEqual(['New', 'Already invited']);
  await dialog.send();
  await dialog.done();
  await expect(users.row('jörg@bücher.example')).toContainText('Pending');
  const invitation = await (await (await users.shell()).signOut()).haveAnInvitation();
  await invitation.enter(code);
  await expect(invitation.displayName).toBeVisible();
});

test('where seats end the rest is refused with what is used, and stays to be sent later', async ({
  users,
  desk,
}) => {
  const licence = await LicencePage.open(users.page);
  await licence.import(issueLicence(desk, { users: 4 }));
  await (await users.shell()).openUsers();
  const dialog = await users.inviteMany();
  await dialog.check([erik.email, greta.email], member);
  expect(await dialog.outcomes()).toEqual(['New', 'No seat']);
  await expect(dialog.refusal).toContainText('3 of 4');
  await expectAccessibleInLightAndDark(users.page);
  await dialog.send();
  await expect(dialog.refusal).toContainText('4 of 4');
  await expect(dialog.refusal).toContainText(/deactivate/i);
  await dialog.button('Back to the list').click();
  await expect(dialog.list).toHaveValue(`${greta.email}\n`);
  await dialog.button('Check list').click();
  await dialog.button('Send Invitations').click();
  await expect(dialog.refusal).toContainText('4 of 4');
  await users.page.keyboard.press('Escape');
  await dialog.closed();
  await expect(users.row(erik.email)).toContainText('Pending');
  await expect(users.row(greta.email)).toHaveCount(0);
});

test('Stop leaves the rest in the list; sending waits behind the lock and goes on after it', async ({
  users,
  desk,
}) => {
  const { page } = users;
  const licence = await LicencePage.open(page);
  await licence.import(issueLicence(desk, { users: 5000 }));
  await (await users.shell()).openUsers();
  const dialog = await users.inviteMany();
  const addresses = Array.from({ length: 900 }, (_, n) => `guest${n}@nordhaus.example`);
  await dialog.check(addresses, member);
  await dialog.button('Send Invitations').click();
  await dialog.button('Stop').click();
  await expect(dialog.button('Done')).toBeVisible();
  await expect(dialog.root).toContainText(/It stopped before [\d,]+ addresses/);
  await dialog.button('Back to the list').click();
  await expect(dialog.list).toHaveValue(/guest899@nordhaus\.example\n$/);
  await expect(dialog.list).not.toHaveValue(/guest0@/);

  await dialog.button('Check list').click();
  await dialog.button('Send Invitations').click();
  await expect(dialog.root.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Control+l');
  const locked = await LockedPage.shown(page);
  expect(await locked.inTheDocument()).not.toContain('guest0@');
  await locked.unlock(ada.password);
  await expect(dialog.root).toContainText('900 people are invited');
  await dialog.done();
  await expect(users.card('Pending Invitations')).toContainText('900');
});
