import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { MailPage } from '../pages/mail-page';
import { SetUpPage } from '../pages/set-up-page';
import { SignInPage } from '../pages/sign-in-page';
import type { Desk } from '../support/desk';
import { filesIn, wordsIn } from '../support/needles';
import { request } from '../support/request';

/** Everybody and everything here is called what nothing else on a computer is, so that a trace of it shows. */
const chief = {
  displayName: 'Zephyrina Quorvexia',
  email: 'zephyrina@quorvexia.example',
  password: 'marzipan tuba by glacier',
};
const guest = { email: 'thistlewick@umbravane.example', displayName: 'Thistlewick Umbravane' };
const visitor = {
  visitor: 'Brannigard Oxlethorpe',
  company: 'Wexmoor Tapestries',
  purpose: 'Tasting drumlocks',
};
const words = [
  'zephyrina',
  'quorvexia',
  'marzipan tuba',
  'thistlewick',
  'umbravane',
  'brannigard',
  'oxlethorpe',
  'wexmoor',
  'drumlocks',
  // Organisation, site, mail server, what was only typed.
  'Fenwhistle',
  'Grelmouth',
  'postbox.yarrowdene',
  'sorrelhatch',
  'plinthgoose tango',
  'quillonsearch',
  'mistypedmoth',
];

test.use({ beginning: 'empty' });

/** Works at a desk as people do in a day, and answers the secrets that were shown. */
async function workADay(desk: Desk, page: Page): Promise<string[]> {
  const outside = dirname(desk.dataFolder);
  const setUp = await SetUpPage.shown(page);
  const users = await setUp.create({
    name: 'Fenwhistle Holdings',
    site: 'Grelmouth',
    roles: 'Three roles',
    ...chief,
  });
  const shell = await users.shell();
  const mail = await MailPage.open(page);
  await mail.fill({
    host: 'localhost',
    port: 9,
    userName: 'sorrelhatch',
    password: 'plinthgoose tango',
    from: chief.email,
  });
  await mail.save();
  await shell.openUsers();
  const ready = await (await users.inviteUser()).invite(guest.email, {
    role: 'Member',
    sites: ['Grelmouth'],
  });
  const file = join(outside, 'invitation.eml');
  await desk.savesSheetsAs(file);
  await ready.button('Print slip').click();
  const { link, code } = await ready.take();
  const temporary = await (await users.addUser()).createWithGeneratedPassword({
    displayName: guest.displayName,
    email: `second.${guest.email}`,
    role: 'Member',
    sites: ['Grelmouth'],
  });
  const password = await temporary.password();
  await temporary.done();
  await users.search.fill('quillonsearch');
  await expect(users.rows).toHaveCount(0);
  await users.search.fill('umbravane');
  await expect(users.row(guest.email)).toBeVisible();
  await users.open({ email: guest.email, displayName: guest.email });

  const visits = await shell.openVisits();
  await (await visits.newVisit()).register({ ...visitor, host: chief.displayName });
  await visits.button(visitor.visitor, 'Check In').click();
  await visits.open('On Site');
  await visits.search.fill('oxlethorpe');
  await expect(visits.row(visitor.visitor)).toBeVisible();

  const activity = await shell.openActivity();
  await activity.search('thistlewick');
  await expect(activity.entries.first()).toContainText(guest.email);
  await desk.savesSheetsAs(null);
  const exporting = await activity.tryToExport('JSON');
  await exporting.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(exporting).toBeHidden();
  const kit = await request(page, 'recovery.renew', {});
  const { code: breakGlass } = kit.ok ? kit.value : { code: '' };

  await request(page, 'backups.make', {});

  const signIn = await shell.signOut();
  await signIn.tryToSignIn({ email: 'mistypedmoth@quorvexia.example', password: 'mistypedmoth' });
  await expect(signIn.refusal).toBeVisible();
  return [link, code, code.replaceAll('-', ''), password, breakGlass, breakGlass.replaceAll('-', '')];
}

test('nothing of a day’s work can be read in the folder: not while it runs, not after a page has crashed, not once it is closed', async ({
  desk,
}) => {
  const secrets = await workADay(desk, desk.window);
  for (const secret of secrets) expect(secret).not.toBe('');
  const sought = [...words, ...secrets];
  expect(filesIn(desk.dataFolder).some((path) => path.endsWith('atrium.db-wal'))).toBe(true);
  expect(wordsIn(desk.dataFolder, sought)).toEqual([]);

  await (await SignInPage.shown(desk.window)).signIn(chief);
  await desk.crashPage(desk.window);
  expect(wordsIn(desk.dataFolder, sought)).toEqual([]);

  await desk.close();
  const files = filesIn(desk.dataFolder).map((path) => path.slice(desk.dataFolder.length + 1));
  expect(files).toEqual(
    expect.arrayContaining(['atrium.db', 'atrium.anchor', 'atrium.erasures', 'window.json']),
  );
  for (const folder of ['profile', 'backups', 'logs'])
    expect(
      files.some((path) => path.startsWith(folder)),
      folder,
    ).toBe(true);
  expect(wordsIn(desk.dataFolder, sought)).toEqual([]);
  const key = readFileSync(desk.keychainFile, 'latin1').trim();
  expect(wordsIn(desk.dataFolder, [key])).toEqual([]);
});

test('what looks for them would find them', async ({ desk }) => {
  const folder = join(dirname(desk.dataFolder), 'planted');
  mkdirSync(folder);
  const word = 'Thistlewick Ümbravane';
  const text = `{"to":"${word}"}`;
  const planted: Record<string, Buffer> = {
    plain: Buffer.from(text),
    lower: Buffer.from(text.toLowerCase()),
    utf16: Buffer.from(text, 'utf16le'),
    url: Buffer.from(`?search=${encodeURIComponent(word)}`),
    base64: Buffer.from(Buffer.from(`xy${text}`).toString('base64')),
    gzip: Buffer.concat([Buffer.from('head'), gzipSync(text)]),
    none: Buffer.from('Thistlewick'),
  };
  for (const [name, bytes] of Object.entries(planted)) writeFileSync(join(folder, name), bytes);
  const found = Object.keys(planted).filter((name) => name !== 'none');
  expect(wordsIn(folder, [word]).sort()).toEqual(found.map((name) => `${word} in ${name}`).sort());
});
