import { describe, expect, it } from 'vitest';
import { invitationMs } from '../../../core/domain/invitation';
import { retryDelay } from '../../../core/domain/mail';
import type { MailTransport } from '../../../core/ports';
import { expired } from '../../../core/services/mail/expiry';
import { astray, due } from '../../../core/services/mail/message-rows';
import { mailPorts } from '../../support/mail/ports';
import { createDesk, type Desk, day, ownPassword } from './desk';
import { deliveryOf, givenMailServer, headersOf, invite, send, sendVia } from './mailing';
import { auditOf, countOf, refused } from './observe';

/** Does something just before the end of each mail. */
function pausing(transport: MailTransport, beforeTheEnd: () => void): MailTransport {
  return {
    ...transport,
    async connect(server, patienceMs) {
      const connection = await transport.connect(server, patienceMs);
      return {
        get usable() {
          return connection.usable;
        },
        close: connection.close,
        send: (mail, lastByte) =>
          connection.send(mail, () => {
            beforeTheEnd();
            lastByte();
          }),
      };
    },
  };
}

const mails = (desk: Desk) => countOf(desk.db, 'mail_message');

describe('what happens to an invitation happens to its mail', () => {
  it('resent: the mail that waited never goes, the new one does', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const before = invite(desk);
    const after = desk.services.invitations.resend(desk.admin, { id: before.id });
    await send(desk);
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.raw).toContain(after.code);
    expect(server.mails[0]?.raw).not.toContain(before.code);
    expect(mails(desk)).toBe(1);
  });

  it('resent while its mail is going out: the old code doesn’t arrive', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const before = invite(desk);
    const sending = send(desk);
    // The server is being connected to; nothing has been said yet.
    const after = desk.services.invitations.resend(desk.admin, { id: before.id });
    await sending;
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.raw).toContain(after.code);
    expect(deliveryOf(desk, after)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('resent when its mail has gone out but for the end: cut off, the old code doesn’t arrive', async () => {
    let beforeTheEnd = () => {};
    const mail = mailPorts();
    const desk = await createDesk({
      mail: { ...mail, transport: pausing(mail.transport, () => beforeTheEnd()) },
    });
    const server = await givenMailServer();
    sendVia(desk, server);
    const before = invite(desk);
    let after = before;
    beforeTheEnd = () => {
      beforeTheEnd = () => {};
      after = desk.services.invitations.resend(desk.admin, { id: before.id });
    };
    await send(desk);
    expect(server.mails.map((taken) => taken.raw.includes(after.code))).toEqual([true]);
    expect(after.code).not.toBe(before.code);
    expect(deliveryOf(desk, after)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('resent by somebody after it was sent: another mail, another Message-ID', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const ready = invite(desk);
    await send(desk);
    desk.services.invitations.resend(desk.admin, { id: ready.id });
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', attempts: 0 });
    await send(desk);
    expect(new Set(server.mails.map((mail) => headersOf(mail)['message-id'])).size).toBe(2);
  });

  it('removed, accepted, or withdrawn with the person: nothing goes and nothing is kept', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const { invitations, users } = desk.services;
    invitations.remove(desk.admin, { id: invite(desk, 'one@guests.example').id });
    const { code } = invite(desk, 'two@guests.example');
    await invitations.accept({ secret: code, displayName: 'Bo', password: ownPassword });
    const id = await desk.person({ email: 'three@guests.example' });
    users.deactivate(desk.admin, { id });
    invite(desk, 'three@guests.example');
    users.delete(desk.admin, { id });
    expect(mails(desk)).toBe(0);
    await send(desk);
    expect(server.mails).toEqual([]);
  });

  it('removed after the server refused it: what the server said of the address goes too', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const ready = invite(desk);
    server.replies.to = '550 5.1.1 <bo@guests.example>: no such mailbox';
    await send(desk);
    desk.services.invitations.remove(desk.admin, { id: ready.id });
    expect(mails(desk)).toBe(0);
    expect(JSON.stringify(auditOf(desk.db))).not.toContain('bo@guests.example');
  });

  it('a new code: the mail that waits carries it, the link stays, and the code before is dead', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const { invitations } = desk.services;
    const ready = invite(desk);
    const renewed = invitations.renewCode(desk.admin, { id: ready.id });
    expect(renewed).toEqual({
      id: ready.id,
      email: ready.email,
      role: 'member',
      siteNames: ['Harbour House'],
      code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/),
      expiresAt: ready.expiresAt,
    });
    await send(desk);
    expect(server.mails[0]?.raw).toContain(renewed.code);
    expect(server.mails[0]?.raw).toContain(ready.link);
    expect(server.mails[0]?.raw).not.toContain(ready.code);
    await refused(() => invitations.lookUp({ secret: ready.code }), 'invitation.dead');
    for (const secret of [renewed.code, ready.link])
      expect(invitations.lookUp({ secret })).toMatchObject({ email: ready.email });
    expect(auditOf(desk.db, 'invitation.renew_code')).toMatchObject([
      { actorId: desk.admin.userId, subjectId: ready.id, data: { email: ready.email } },
    ]);
  });

  it('a new code while its mail is going out: the mail goes with the new one', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const ready = invite(desk);
    const sending = send(desk);
    const { code } = desk.services.invitations.renewCode(desk.admin, { id: ready.id });
    await sending;
    expect(server.mails.map((mail) => mail.raw.includes(code))).toEqual([true]);
  });

  it('a new code is for those that are pending', async () => {
    const desk = await createDesk();
    const { invitations } = desk.services;
    const accepted = invite(desk, 'one@guests.example');
    await invitations.accept({ secret: accepted.code, displayName: 'Bo', password: ownPassword });
    await refused(() => invitations.renewCode(desk.admin, { id: accepted.id }), 'invitation.accepted');
    const expired = invite(desk, 'two@guests.example');
    desk.clock.advance(invitationMs);
    const again = await desk.services.sessions.signIn({ email: 'ada@marina.example', password: ownPassword });
    const admin = { ...desk.admin, sessionId: again.sessionId };
    await refused(() => invitations.renewCode(admin, { id: expired.id }), 'invitation.expired');
    invitations.remove(admin, { id: expired.id });
    await refused(() => invitations.renewCode(admin, { id: expired.id }), 'invitation.not_found');
  });
});

it('many at once: a mail for each that is invited, told once; a refused line leaves none', async () => {
  const desk = await createDesk();
  const server = await givenMailServer();
  sendVia(desk, server);
  const pending = invite(desk);
  desk.announced.length = 0;
  const line = (email: string) => ({ act: 'invite' as const, email, reactivation: false });
  const emails = ['one@guests.example', pending.email, 'two@guests.example'];
  const offer = { role: 'member' as const, siteIds: [desk.siteId], lines: emails.map(line) };
  const { lines } = desk.services.invitations.createSome(desk.admin, offer);
  expect(lines.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(mails(desk)).toBe(3);
  expect(desk.announced.filter(({ kind }) => kind === 'mail')).toHaveLength(1);
  await send(desk);
  expect(server.mails.map((mail) => mail.to[0])).toEqual([
    pending.email,
    'one@guests.example',
    'two@guests.example',
  ]);
});

it('what is asked on every tick goes along an index, however many mails there are', async () => {
  const { db } = await createDesk();
  const plan = (sql: string, ...parameters: number[]) =>
    db.client
      .prepare<number[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail);
  expect(plan(due, 0)).toEqual(['SEARCH mail_message USING INDEX mail_message_due (next_attempt_at<?)']);
  expect(plan(astray, 0)).toEqual(['SEARCH mail_message USING INDEX mail_message_due (next_attempt_at>?)']);
  const steps = plan(expired, 0, 0).join('\n');
  expect(steps).toContain('SCAN m USING INDEX mail_message_due');
  expect(steps).toContain('SCAN m USING INDEX mail_message_failed');
  expect(steps).not.toMatch(/SCAN m$/m);
});

describe('time', () => {
  it('an invitation that expires before its mail could go: it doesn’t go, and its secrets are gone', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    await server.stop();
    const ready = invite(desk);
    await send(desk);
    desk.clock.advance(invitationMs);
    const back = await givenMailServer({ port: server.port });
    await send(desk);
    expect(back.mails).toEqual([]);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'expired', nextAttemptAt: null });
    expect(countOf(desk.db, 'mail_message where secrets is not null')).toBe(0);
  });

  it('put off by a clock that was far ahead, it goes once the clock is right', async () => {
    const desk = await createDesk();
    sendVia(desk, { port: 1 });
    invite(desk);
    const now = desk.clock.now();
    desk.clock.advance(5 * day);
    await send(desk);
    desk.clock.set(now);
    expect(desk.services.mail.isDue()).toBe(true);
    await send(desk);
    expect(desk.services.mail.isDue()).toBe(false);
    const server = await givenMailServer();
    sendVia(desk, server);
    await send(desk);
    expect(server.mails).toHaveLength(1);
  });

  it('without a mail server the secrets go too when their time has come', async () => {
    const desk = await createDesk();
    const version = sendVia(desk, { port: 1 });
    const ready = invite(desk);
    desk.services.mail.remove(desk.admin, { version });
    expect(desk.services.mail.isDue()).toBe(false);
    desk.services.due.run();
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued' });
    desk.clock.advance(invitationMs);
    desk.services.due.run();
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'expired' });
    expect(countOf(desk.db, 'mail_message where secrets is not null')).toBe(0);
  });
});

describe('at a person’s word', () => {
  it('a refused mail is sent again now; one that is gone can’t be', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    const { mail } = desk.services;
    const silent = invite(desk, 'zero@guests.example');
    await refused(() => mail.sendNow(desk.admin, { id: silent.id }), 'mail.not_set_up');
    sendVia(desk, server);
    await refused(() => mail.sendNow(desk.admin, { id: silent.id }), 'mail.gone');
    const ready = invite(desk);
    server.replies.to = '550 5.1.1 Unknown';
    await send(desk);
    server.replies = {};
    mail.sendNow(desk.admin, { id: ready.id });
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', attempts: 0, problem: null });
    await send(desk);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'sent' });
    await refused(() => mail.sendNow(desk.admin, { id: ready.id }), 'mail.gone');
  });

  it('everything is: what waits and what has failed', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    await refused(() => desk.services.mail.sendAll(desk.admin), 'mail.not_set_up');
    sendVia(desk, server);
    server.replies.to = '550 5.1.1 Unknown';
    invite(desk, 'one@guests.example');
    await send(desk);
    server.replies.to = '450 4.2.1 Later';
    invite(desk, 'two@guests.example');
    await send(desk);
    server.replies = {};
    expect(desk.services.mail.sendAll(desk.admin)).toEqual({ count: 2 });
    await send(desk);
    expect(server.mails.map((mail) => mail.to[0]).sort()).toEqual([
      'one@guests.example',
      'two@guests.example',
    ]);
  });

  it('a form filled in for a server that was removed saves over no other', async () => {
    const desk = await createDesk();
    const old = sendVia(desk, { port: 1 });
    desk.services.mail.remove(desk.admin, { version: old });
    desk.clock.advance(1000);
    sendVia(desk, { port: 2 });
    await refused(() => sendVia(desk, { port: 3 }, { version: old }), 'mail.changed_meanwhile');
  });

  it('the password goes to the server it was given for: another one needs its own', async () => {
    const desk = await createDesk();
    const auth = { userName: 'desk', password: 'correct horse smtp' };
    sendVia(desk, { port: 2525 }, auth);
    const elsewhere = { ...auth, host: 'mail.elsewhere.example', security: 'tls' } as const;
    await refused(
      () => sendVia(desk, { port: 465 }, { ...elsewhere, password: null }),
      'mail.password_again',
    );
    expect(desk.services.mail.settings().server).toMatchObject({ host: '127.0.0.1', password: 'kept' });
    sendVia(desk, { port: 465 }, { ...elsewhere, password: 'another' });
    expect(desk.services.mail.settings().server).toMatchObject({ host: elsewhere.host, password: 'kept' });
  });

  it('the settings: what they were and are is in the audit log, the password is nowhere but sealed', async () => {
    const desk = await createDesk();
    const secret = 'correct horse smtp';
    sendVia(desk, { port: 2525 }, { userName: 'desk', password: secret });
    sendVia(desk, { port: 2526 }, { userName: 'desk', language: 'de' });
    expect(auditOf(desk.db, 'mail.update')).toMatchObject([
      {
        data: {
          host: { before: null, after: '127.0.0.1' },
          port: { before: null, after: 2525 },
          passwordGiven: true,
        },
      },
      {
        data: {
          port: { before: 2525, after: 2526 },
          language: { before: 'en', after: 'de' },
          passwordGiven: false,
        },
      },
    ]);
    expect(JSON.stringify(auditOf(desk.db))).not.toContain(secret);
    expect(JSON.stringify(desk.services.mail.settings())).not.toContain(secret);
    expect(desk.services.mail.settings().server?.password).toBe('kept');
    sendVia(desk, { port: 2526 }, { password: '' });
    expect(desk.services.mail.settings().server?.password).toBe('none');
    await refused(() => sendVia(desk, { port: 1 }, { version: 1 }), 'mail.changed_meanwhile');
    desk.services.mail.remove(desk.admin, { version: desk.services.mail.settings().version });
    expect(desk.services.mail.settings()).toMatchObject({ version: 0, server: null });
  });

  it('new settings let everything that waits go at once', async () => {
    const desk = await createDesk();
    sendVia(desk, { port: 1 });
    invite(desk);
    await send(desk);
    expect(desk.services.mail.isDue()).toBe(false);
    const server = await givenMailServer();
    sendVia(desk, server);
    await send(desk);
    expect(server.mails).toHaveLength(1);
  });

  it('another server in place of the one that is being connected to gets what waits', async () => {
    const desk = await createDesk();
    const [first, second] = [await givenMailServer(), await givenMailServer()];
    const version = sendVia(desk, first);
    invite(desk);
    const sending = send(desk);
    desk.services.mail.remove(desk.admin, { version });
    // Within one millisecond even its version is the same again.
    expect(sendVia(desk, second)).toBe(version);
    await sending;
    expect([first.mails.length, second.mails.length]).toEqual([0, 1]);
  });

  it('the outbox shows all there are, newest first, a page at a time', async () => {
    const desk = await createDesk();
    sendVia(desk, { port: 1 });
    const addresses = ['one', 'two', 'three'].map((name) => invite(desk, `${name}@guests.example`).email);
    const { outbox } = desk.services.mail;
    const first = outbox({ before: null, limit: 2 });
    const rest = outbox({ before: first.messages.at(-1)?.id ?? null, limit: 2 });
    expect([first.more, rest.more]).toEqual([true, false]);
    const shown = [...first.messages, ...rest.messages].map((message) => message.to);
    expect(shown).toEqual([...addresses].reverse());
  });
});

describe('a server that breaks off', () => {
  it('before it answers a whole mail: it is sent again, as the same mail', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const ready = invite(desk);
    server.beforeAnswer = () => server.drop();
    await send(desk);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', attempts: 1, problem: 'unreachable' });
    server.beforeAnswer = null;
    desk.clock.advance(retryDelay(1));
    await send(desk);
    expect(new Set(server.mails.map((mail) => headersOf(mail)['message-id'])).size).toBe(1);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(desk.restart().services.mail.status()).toMatchObject({ failed: 0 });
  });

  it('at one mail only keeps the others going', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    for (const name of ['one', 'two', 'three']) invite(desk, `${name}@guests.example`);
    server.beforeAnswer = (mail) => {
      if (mail.to[0] === 'one@guests.example') server.drop();
    };
    await send(desk);
    expect(desk.services.mail.status()).toMatchObject({ queued: 1 });
    expect(server.mails.map((mail) => mail.to[0])).toEqual(
      ['one', 'two', 'three'].map((name) => `${name}@guests.example`),
    );
  });
});

it('the app leaves in the middle of a mail: nothing is written any more, and the next start settles it', async () => {
  const desk = await createDesk();
  const server = await givenMailServer();
  sendVia(desk, server);
  const ready = invite(desk);
  server.beforeAnswer = () => desk.services.mail.sender.stop();
  await send(desk);
  const next = desk.restart();
  await send(next);
  expect(server.mails).toHaveLength(1);
  expect(deliveryOf(next, ready)).toMatchObject({ state: 'unconfirmed' });
  await refused(() => next.services.mail.sendNow(next.admin, { id: ready.id }), 'mail.gone');
});

it('a mail that can’t be written down as sent isn’t sent again', async () => {
  const desk = await createDesk();
  const server = await givenMailServer();
  sendVia(desk, server);
  const ready = invite(desk);
  // A full disk: the mark could still be written, the answer can't.
  server.beforeAnswer = () => {
    desk.db.client.exec(
      "create temp trigger full before update of sent_at on mail_message begin select raise(abort, 'disk full'); end",
    );
  };
  await expect(send(desk)).rejects.toThrow('disk full');
  desk.db.client.exec('drop trigger full');
  desk.clock.advance(day);
  await send(desk);
  expect(server.mails).toHaveLength(1);
  expect(deliveryOf(desk, ready)).toMatchObject({ state: 'sent' });
});

describe('who may know', () => {
  it('how a mail stands: whoever sees the invitation', async () => {
    const desk = await createDesk();
    sendVia(desk, { port: 1 });
    const north = desk.site('North Gate');
    const near = await desk.actor({ role: 'site_admin' });
    const far = await desk.actor({ role: 'site_admin', siteIds: [north] });
    const { id } = invite(desk);
    const { delivery } = desk.services.mail;
    expect(delivery(near, { id }).mail).toMatchObject({ state: 'queued' });
    await refused(() => delivery(far, { id }), 'invitation.not_found');
  });
});
