import { readFileSync, rmSync } from 'node:fs';
import { readMail } from '../../support/mail/read-mail';
import { type MailServerUnderTest, type ServerOptions, startMailServer } from '../../support/mail/server';
import { test as base, expect } from '../fixtures';
import type { InvitationPage } from '../pages/invitation-page';
import { MailPage } from '../pages/mail-page';
import { SignInPage } from '../pages/sign-in-page';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { hour, minute } from '../support/clock';
import { givenMailServer } from '../support/given-mail-server';
import { ada, bruno, greta } from '../support/nordhaus';
import { expectNothingLeftOver, expectOnePage } from '../support/printing';
import { mainHasSeen } from '../support/tick';

const erik = { displayName: 'Erik Sørensen', email: 'erik@nordhaus.example', password: 'eleven red kites' };

/** Starts a real SMTP server on this computer; those still running stop with the story. */
const test = base.extend<{ mailServer: (options?: ServerOptions) => Promise<MailServerUnderTest> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures a fixture needs from its first parameter.
  mailServer: async ({}, use) => {
    const running: MailServerUnderTest[] = [];
    await use(async (options) => {
      const server = await startMailServer(options);
      running.push(server);
      return server;
    });
    for (const server of running) await server.stop();
  },
});

test('the mail server is set up and tried, and whoever is invited then accepts with the code from the mail', async ({
  users,
  mailServer,
}) => {
  const server = await mailServer({ auth: { user: 'desk', password: 'post office at dawn' } });
  const shell = await users.shell();
  let mail = await MailPage.open(users.page);
  await expectAccessibleInLightAndDark(mail.page);

  await mail.button('Send test mail').click();
  await expect(mail.field('SMTP server')).toHaveAccessibleDescription('Fill in this field.');
  await mail.security.choose('TLS');
  await expect(mail.field('Port')).toHaveValue('465');
  await mail.fill({ host: 'mail.nordhaus.example', port: server.port, from: 'desk@nordhaus.example' });
  await mail.button('Save').click();
  await expect(mail.security.field).toHaveAccessibleDescription(
    /only talks to a mail server on this computer/,
  );

  // A password isn't kept as a draft; all else is.
  await mail.fill({ port: server.port, userName: 'desk', password: 'not this one' });
  await shell.openUsers();
  mail = await MailPage.open(mail.page);
  await expect(mail.field('From address')).toHaveValue('desk@nordhaus.example');
  await expect(mail.field('SMTP password')).toHaveValue('');
  await expect(mail.field('SMTP password')).toHaveAccessibleDescription(/Type it again/);

  await mail.field('SMTP password').fill('not this one');
  await mail.tryTestMail();
  await expect(mail.refusal).toContainText('refused the user name or the password');
  await expect(mail.refusal).toContainText('535');
  await mail.field('SMTP password').fill('post office at dawn');
  await mail.sendTestMail();
  await expect(mail.outcome).toContainText(`Test mail sent to ${ada.email}. The server answered: 250`);
  expect(server.mails.map(({ to }) => to)).toEqual([[ada.email]]);
  await expect(mail.field('SMTP password')).toHaveValue('');
  await expect(mail.field('SMTP password')).toHaveAccessibleDescription(/A password is kept/);
  await expect(shell.mailState).toHaveCount(0);

  await shell.openUsers();
  const ready = await (await users.inviteUser()).invite(erik.email, { role: 'Member', sites: ['Berlin'] });
  await expect(ready.delivery).toHaveText(`A mail to ${erik.email} was sent.`);
  await expectAccessibleInLightAndDark(ready.page);
  const { link, code } = await ready.take();
  const text = readMail(server.mails.at(-1)?.raw ?? '').text;
  expect(server.mails.at(-1)?.to).toEqual([erik.email]);
  expect(text).toContain(link);
  expect(text).toContain(code);

  const sheet = await users.open({ email: erik.email, displayName: erik.email });
  await expect(sheet.mail).toContainText('Sent');
  await expectAccessibleInLightAndDark(sheet.page);

  const invitation = await (await shell.signOut()).haveAnInvitation();
  await invitation.enter(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\b/.exec(text)?.[0] ?? '');
  await (await invitation.accept(erik)).signInTo(erik);
});

test('a certificate nobody vouches for is refused, shown, trusted and forgotten; without a name there is no server', async ({
  users,
  mailServer,
}) => {
  const server = await mailServer({ security: 'starttls', certificate: 'self-signed' });
  const mail = await MailPage.open(users.page);
  await mail.fill({ security: 'STARTTLS', port: server.port, from: ada.email });
  await mail.tryTestMail();
  await expect(mail.refusal).toContainText('isn’t trusted by this computer');
  await expect(mail.refusal).toContainText(/([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  await expectAccessibleInLightAndDark(mail.page);
  expect(server.mails).toEqual([]);

  await mail.button('Trust this certificate').click();
  await expect(mail.button('Forget certificate')).toBeVisible();
  await expect(mail.refusal).toBeHidden();
  await mail.sendTestMail();
  expect(server.mails.map(({ secure }) => secure)).toEqual([true]);

  await mail.button('Forget certificate').click();
  await expect(mail.button('Forget certificate')).toBeHidden();
  await mail.tryTestMail();
  await expect(mail.button('Trust this certificate')).toBeVisible();

  await mail.field('SMTP server').fill('');
  await mail.save();
  await expect(mail.page.getByText('This desk sends no more mail.')).toBeVisible();
  await expect(mail.field('From address')).toHaveValue('');
});

test('the SMTP server down, then up: the mail waits through a restart, and goes out once', async ({
  users,
  desk,
  clock,
  mailServer,
}) => {
  const before = await mailServer();
  const { port } = before;
  await before.stop();
  await givenMailServer(users.page, port);

  const ready = await (await users.inviteUser()).invite(erik.email, { role: 'Member', sites: ['Berlin'] });
  await expect(ready.delivery).toContainText('couldn’t be sent yet; next try');
  await expect(ready.delivery).toContainText('The mail server didn’t answer.');
  await expectAccessibleInLightAndDark(ready.page);
  const { code } = await ready.take();
  await expect((await users.shell()).mailState).toHaveText('1 mail waiting');

  clock.advance(5 * minute);
  await mainHasSeen(users.page, clock);
  let again = await (await SignInPage.shown(await desk.restart())).signIn(ada);
  let shell = await again.shell();
  await shell.mailState.click();
  let mail = await MailPage.shown(again.page);
  await expect(mail.mailTo(erik.email)).toContainText('Queued');
  await expect(mail.mailTo(erik.email)).toContainText('The mail server didn’t answer.');
  await expectAccessibleInLightAndDark(mail.page);

  const server = await mailServer({ port });
  clock.advance(2 * hour);
  await expect(mail.mailTo(erik.email)).toContainText('Sent');
  await expect(shell.mailState).toHaveCount(0);
  expect(server.mails.map(({ to }) => to)).toEqual([[erik.email]]);
  expect(readMail(server.mails[0]?.raw ?? '').text).toContain(code);
  again = await (await SignInPage.shown(await desk.restart())).signIn(ada);
  clock.advance(2 * hour);
  await mainHasSeen(again.page, clock);
  expect(server.connections()).toBe(1);

  server.replies.to = '550 5.1.1 No such user here';
  const refused = await (await again.inviteUser()).invite(greta.email, { role: 'Member', sites: ['Berlin'] });
  await expect(refused.delivery).toContainText(`The mail to ${greta.email} couldn’t be sent.`);
  await expect(refused.delivery).toContainText('5.1.1 No such user here');
  await refused.take();
  shell = await again.shell();
  await expect(shell.mailState).toHaveText('1 mail failed');
  await shell.mailState.click();
  mail = await MailPage.shown(again.page);
  await expect(mail.mailTo(greta.email)).toContainText('Failed');
  await expect(mail.mailTo(greta.email)).toContainText('5.1.1 No such user here');

  server.replies.to = undefined;
  await mail.sendNow(greta.email);
  await expect(mail.mailTo(greta.email)).toContainText('Sent');
  expect(server.mails.map(({ to }) => to)).toEqual([[erik.email], [greta.email]]);
});

test('quitting while the server takes a mail: the app waits for its answer, and the mail went out once', async ({
  users,
  desk,
  mailServer,
}) => {
  const server = await mailServer();
  await givenMailServer(users.page, server.port);
  const windowGone = users.page.waitForEvent('close');
  server.beforeAnswer = async () => {
    await windowGone;
  };
  await (await (await users.inviteUser()).invite(erik.email, { role: 'Member', sites: ['Berlin'] })).take();
  await expect.poll(() => server.mails.length).toBe(1);

  const again = await (await SignInPage.shown(await desk.restart())).signIn(ada);
  const sheet = await again.open({ email: erik.email, displayName: erik.email });
  await expect(sheet.mail).toContainText('Sent');
  expect(server.mails).toHaveLength(1);
});

test('with no mail server: a mail file, the mail program, and a slip that replaces the code only', async ({
  users,
  desk,
}, info) => {
  const file = info.outputPath('invitation.eml');
  const slip = info.outputPath('slip.pdf');
  const handedOver = await desk.mailProgram();
  await (await users.edit(bruno.email)).save({ role: 'Site-Admin' });
  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  await settings.delegation.check();
  await settings.save();
  await settings.openUsers();

  const ready = await (await users.inviteUser()).invite(erik.email, { role: 'Member', sites: ['Berlin'] });
  await expect(ready.delivery).toContainText('No mail goes out from this desk');
  await expectAccessibleInLightAndDark(ready.page);
  await desk.savesSheetsAs(file);
  await ready.button('Save as mail file').click();
  await expect(ready.root.getByText(`Saved as ${file}`)).toBeVisible();
  await ready.button('Open in mail program').click();
  await expect(ready.root.getByText('Opened in the mail program')).toBeVisible();
  const first = await ready.take();
  const saved = readMail(readFileSync(file, 'latin1'));
  expect(saved.headers['to']).toContain(erik.email);
  expect(saved.text).toContain(first.code);
  expect(saved.text).toContain(first.link);
  const address = new URL((await handedOver()) ?? '');
  expect(address.protocol).toBe('mailto:');
  expect(address.searchParams.get('body')).toContain(first.code);

  await desk.savesSheetsAs(slip);
  expect(await users.offered(erik.email)).toEqual(['Resend Invitation', 'Print slip', 'Remove Invitation']);
  const printed = await users.printSlip(erik.email);
  await expect(printed.root.getByText(`Saved as ${slip}`)).toBeVisible();
  expectOnePage(slip, 'A6');
  await expectAccessibleInLightAndDark(printed.page);
  rmSync(slip);
  const second = await printed.code();
  await printed.button('Print slip again').click();
  await expect(() => expectOnePage(slip, 'A6')).toPass();
  expect(await printed.take()).toBe(second);
  await expectNothingLeftOver(users.page);

  // Bruno may, too: Erik is a Member of his site. What was removed meanwhile is said.
  const window = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  const brunos = await (await SignInPage.shown(window)).signIn(bruno);
  await desk.savesSheetsAs(slip);
  const third = await (await brunos.printSlip(erik.email)).take();
  await (await (await users.inviteUser()).invite(greta.email, { role: 'Member', sites: ['Berlin'] })).take();
  await brunos.actions(greta.email).click();
  await (await users.removeInvitation(greta.email)).confirm();
  await brunos.page.getByRole('menuitem', { name: 'Print slip', exact: true }).click();
  await expect(
    brunos.page.getByRole('dialog', { name: 'Print slip', exact: true }).getByRole('alert'),
  ).toContainText('This invitation is gone');
  await brunos.page.keyboard.press('Escape');

  const signIn = await (await brunos.shell()).signOut();
  const invitation: InvitationPage = await signIn.haveAnInvitation();
  for (const dead of [first.code, second]) {
    await invitation.enter(dead);
    await expect(invitation.refusal).toContainText('can’t be used');
  }
  await invitation.enter(first.link);
  await expect(invitation.displayName).toBeVisible();
  const once = await (await invitation.backToSignIn()).haveAnInvitation();
  await once.enter(third);
  await (await once.accept(erik)).signInTo(erik);
});
