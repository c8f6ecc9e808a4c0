import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RequestInput } from '../../core/contract';
import { type MailServerUnderTest, startMailServer } from '../support/mail/server';
import { addPerson, admin, type ReadyDesk, startDesk, startReadyDesk } from './support/desk';

async function givenServer(): Promise<MailServerUnderTest> {
  const server = await startMailServer({ auth: { user: 'desk', password: 'a mail password' } });
  onTestFinished(server.stop);
  return server;
}

async function sendVia(test: ReadyDesk, { port }: { port: number }): Promise<void> {
  const settings: RequestInput<'mail.update'> = {
    version: 0,
    host: '127.0.0.1',
    port,
    security: 'none',
    userName: 'desk',
    password: 'a mail password',
    fromAddress: 'empfang@nordlicht.example',
    language: 'de',
  };
  const saved = await test.ask(test.windowId, 'mail.update', settings);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

async function invite(test: ReadyDesk) {
  const offer = { email: 'di@x.example', role: 'member' as const, siteIds: [test.siteId] };
  return (await test.ask(test.windowId, 'invitations.create', offer)).value;
}

const told = (test: ReadyDesk) =>
  test.windows.sent.filter((sent) => sent.event === 'mail.changed').map((sent) => sent.windowId);

describe('mail, on the ticks of the app', () => {
  it('goes out by itself, and the windows that show invitations are told', async () => {
    const test = await startReadyDesk();
    const server = await givenServer();
    await sendVia(test, server);
    const siteAdmin = await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    const member = await addPerson(test, 'cy@nordlicht.example', 'member');
    const { id } = await invite(test);
    test.windows.sent.length = 0;
    test.desk.tick();
    test.desk.tick();
    await test.desk.finish();
    expect(server.mails).toMatchObject([{ to: ['di@x.example'], user: 'desk' }]);
    expect(new Set(told(test))).toEqual(new Set([test.windowId, siteAdmin.windowId]));
    expect(told(test)).not.toContain(member.windowId);
    const { mail } = (await test.ask(siteAdmin.windowId, 'invitations.delivery', { id })).value;
    expect(mail).toMatchObject({ state: 'sent' });
    expect(test.desk.finish()).toBeNull();
    expect(test.faults).toEqual([]);
  });

  it('is waited for when the app quits, and the file knows that it was sent', async () => {
    const test = await startReadyDesk();
    const server = await givenServer();
    await sendVia(test, server);
    await invite(test);
    let parted: Promise<void> | null = null;
    server.beforeAnswer = () => {
      parted = test.desk.finish();
    };
    test.desk.tick();
    await expect.poll(() => parted).not.toBeNull();
    await parted;
    test.close();
    const again = await startDesk({ folder: test.path });
    const windowId = again.openWindow();
    await again.ask(windowId, 'session.signIn', admin);
    expect((await again.ask(windowId, 'mail.status', {})).value).toMatchObject({ queued: 0, failed: 0 });
    expect(server.mails).toHaveLength(1);
  });

  it('leaves the password and the address nowhere in the folder but in the encrypted file', async () => {
    const test = await startReadyDesk();
    await sendVia(test, { port: 1 });
    await invite(test);
    test.desk.tick();
    await test.desk.finish();
    test.close();
    for (const name of readdirSync(test.path, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const content = readFileSync(join(name.parentPath, name.name), 'latin1');
      for (const secret of ['a mail password', 'di@x.example']) expect(content).not.toContain(secret);
    }
  });
});

describe('a mail that leaves by another way', () => {
  it('as a file named after whom it is for, or through the computer’s own mail program', async () => {
    const test = await startReadyDesk();
    const { link, code } = await invite(test);
    const shown = { link, code, language: 'en' as const };
    const saved = await test.ask(test.windowId, 'invitations.saveMail', shown);
    expect(saved.value).toEqual({ savedTo: 'di@x.example.eml' });
    expect(test.windows.asked.saved[0]).toContain(`\r\n${code}\r\n`);
    await test.ask(test.windowId, 'invitations.openMail', shown);
    expect(test.windows.asked.opened[0]).toMatch(/^mailto:di%40x\.example\?subject=Your%20invitation/);
  });
});
