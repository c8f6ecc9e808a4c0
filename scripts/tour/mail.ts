import type { Page } from '@playwright/test';
import { MailPage } from '../../test/e2e/pages/mail-page';
import type { UsersPage } from '../../test/e2e/pages/users-page';
import type { Desk } from '../../test/e2e/support/desk';
import type { MailServerUnderTest } from '../../test/support/mail/server';
import type { Camera } from './camera';
import { quiet } from './quiet';

const access = { role: 'Member', sites: ['Hamburg'] } as const;
/** Invited by the end of it. */
export const reached = 'i.vogel@nordhaus.example';
const mistyped = 'h.lindgern@nordhaus.example';

/** The mail server is set up and tried; of two invitations one arrives, and the other gets a slip. */
export async function mail(
  users: UsersPage,
  desk: Desk,
  server: MailServerUnderTest,
  picture: Camera,
): Promise<void> {
  const { page } = users;
  const shell = await users.shell();
  const settings = await MailPage.open(page);
  await settings.fill({ port: server.port, from: 'reception@nordhaus.example' });
  await settings.sendTestMail();
  await afresh(page);
  await picture(page, 'settings-mail');

  await shell.openUsers();
  await invite(users, reached, 'was sent');
  server.replies.to = '550 5.1.1 No such user here';
  await invite(users, mistyped, 'couldn’t be sent');
  server.replies.to = undefined;
  await MailPage.open(page);
  const outbox = await afresh(page);
  await outbox.mailTo(mistyped).scrollIntoViewIfNeeded();
  await picture(page, 'outbox');

  await shell.openUsers();
  await quiet(users);
  await users.search.fill(reached);
  // The sheet is left unprinted: this desk has a picture to take, not a slip to hand over.
  await desk.savesSheetsAs(null);
  const slip = await users.printSlip(reached);
  await picture(page, 'print-slip');
  await slip.take();
  await users.search.fill(mistyped);
  await (await users.removeInvitation(mistyped)).confirm();
  await quiet(users);
}

/** Without the line after an act, and from the top. */
async function afresh(page: Page): Promise<MailPage> {
  await page.reload();
  return MailPage.shown(page);
}

async function invite(users: UsersPage, email: string, outcome: string): Promise<void> {
  const ready = await (await users.inviteUser()).invite(email, access);
  await ready.delivery.filter({ hasText: outcome }).waitFor();
  await ready.take();
}
