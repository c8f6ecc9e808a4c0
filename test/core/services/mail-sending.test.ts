import { describe, expect, it } from 'vitest';
import { maxAttempts, retryDelay } from '../../../core/domain/mail';
import { createMailTransport } from '../../../electron/platform/mail/transport';
import { mailPorts } from '../../support/mail/ports';
import { certificatePem } from '../../support/mail/server';
import { createDesk, minute } from './desk';
import { deliveryOf, givenMailServer, givenSilentServer, headersOf, invite, send, sendVia } from './mailing';
import { auditOf, refused } from './observe';

describe('the mail of an invitation', () => {
  it('goes out with its link and code, is told as sent, and leaves no secret behind', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const ready = invite(desk);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', attempts: 0, problem: null });
    await send(desk);
    const [mail] = server.mails;
    expect(server.mails).toHaveLength(1);
    expect(mail).toMatchObject({ from: 'desk@marina.example', to: ['bo@guests.example'], secure: false });
    expect(mail?.raw).toContain(`\r\n${ready.code}\r\n`);
    expect(mail?.raw).toContain(`\r\n${ready.link}\r\n`);
    expect(deliveryOf(desk, ready)).toEqual({
      state: 'sent',
      attempts: 1,
      nextAttemptAt: null,
      sentAt: desk.clock.now(),
      problem: null,
      detail: null,
    });
    const kept = desk.db.statement('select * from mail_message').all();
    expect(JSON.stringify(kept)).not.toContain(ready.code);
    expect(auditOf(desk.db, 'invitation.mail_sent')).toMatchObject([{ actorId: null, subjectId: ready.id }]);
    await send(desk);
    expect(server.mails).toHaveLength(1);
  });

  it('finds its way to a domain with letters of any script', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server, { fromAddress: 'empfang@gäste.example' });
    invite(desk, 'bo@münchen.example');
    await send(desk);
    // The server tells domains in their own letters again; in ASCII they need no extension on the way.
    expect(server.mails).toMatchObject([{ to: ['bo@münchen.example'], extensions: [] }]);
    expect(headersOf(server.mails[0] ?? { raw: '' })['message-id']).toMatch(/@xn--gste-loa\.example>$/);
  });

  it('isn’t written without a mail server', async () => {
    const desk = await createDesk();
    expect(deliveryOf(desk, invite(desk))).toBeNull();
    expect(desk.services.mail.isDue()).toBe(false);
    await send(desk);
  });

  it('goes with many others over one connection', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    for (let n = 0; n < 15; n += 1) invite(desk, `guest${n}@guests.example`);
    await send(desk);
    expect(server.mails.map((mail) => mail.to[0])).toEqual(
      Array.from({ length: 15 }, (_, n) => `guest${n}@guests.example`),
    );
    expect(server.connections()).toBe(1);
    expect(new Set(server.mails.map((mail) => headersOf(mail)['message-id'])).size).toBe(15);
  });
});

describe('the way to the server', () => {
  it('STARTTLS: nothing goes unprotected', async () => {
    const desk = await createDesk();
    const server = await givenMailServer({ security: 'starttls' });
    const version = sendVia(desk, server, { host: 'localhost', security: 'starttls' });
    const { fingerprint } = (await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.untrusted'))
      .certificate;
    await desk.services.mail.trust(desk.admin, { version, fingerprint });
    invite(desk);
    await send(desk);
    expect(server.mails).toMatchObject([{ secure: true }]);
  });

  it('STARTTLS that the server doesn’t offer is no reason to go without', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server, { security: 'starttls' });
    const ready = invite(desk);
    await send(desk);
    expect(server.mails).toEqual([]);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', problem: 'no_tls' });
  });

  it('TLS from the first byte, with user name and password', async () => {
    const desk = await createDesk();
    const auth = { user: 'desk', password: 'pässword of the server' };
    const server = await givenMailServer({ security: 'tls', auth });
    const settings = { security: 'tls', userName: auth.user, password: auth.password } as const;
    const version = sendVia(desk, server, settings);
    const { certificate } = await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.untrusted');
    await desk.services.mail.trust(desk.admin, { version, fingerprint: certificate.fingerprint });
    invite(desk);
    await send(desk);
    expect(server.mails).toMatchObject([{ secure: true, user: 'desk' }]);
  });

  it('a wrong password is the server’s problem and not the mail’s', async () => {
    const desk = await createDesk();
    const server = await givenMailServer({ auth: { user: 'desk', password: 'right' } });
    sendVia(desk, server, { userName: 'desk', password: 'wrong' });
    const [first, second] = [invite(desk, 'one@guests.example'), invite(desk, 'two@guests.example')];
    await send(desk);
    for (const ready of [first, second]) {
      expect(deliveryOf(desk, ready)).toMatchObject({
        state: 'queued',
        problem: 'sign_in',
        detail: '535 5.7.8 Wrong user name or password',
      });
    }
    expect(server.connections()).toBe(1);
    sendVia(desk, server, { userName: 'desk', password: 'right' });
    await send(desk);
    expect(server.mails).toHaveLength(2);
  });

  it('a server that wants somebody to sign in where nobody does is told so', async () => {
    const desk = await createDesk();
    const server = await givenMailServer({ auth: { user: 'desk', password: 'right' } });
    sendVia(desk, server);
    const ready = invite(desk);
    await send(desk);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', problem: 'sign_in' });
  });

  it('without encryption only on this computer', async () => {
    const desk = await createDesk();
    for (const host of ['mail.example.com', '10.0.0.1', '128.0.0.1'])
      await refused(() => sendVia(desk, { port: 25 }, { host }), 'mail.plain_elsewhere');
    for (const host of ['localhost', '127.8.9.1', '::1']) sendVia(desk, { port: 25 }, { host });
  });
});

describe('a certificate', () => {
  it('of its own issuer is refused, shown, trusted by fingerprint, and refused again when it changes', async () => {
    const desk = await createDesk();
    const server = await givenMailServer({ security: 'starttls' });
    const version = sendVia(desk, server, { security: 'starttls' });
    const shown = await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.untrusted');
    expect(shown.certificate).toMatchObject({
      fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      subject: expect.stringContaining('CN=mail.nordlicht.test'),
    });
    const { fingerprint } = shown.certificate;
    const trust = (wanted: string | null, at = version) =>
      desk.services.mail.trust(desk.admin, { version: at, fingerprint: wanted });
    await refused(() => trust(fingerprint.replace(/^../, '00')), 'mail.other_certificate');
    await refused(() => trust(fingerprint, version + 1), 'mail.changed_meanwhile');
    await trust(fingerprint);
    expect(desk.services.mail.settings().server?.trusted).toEqual(shown.certificate);
    expect(await desk.services.mail.sendTest(desk.admin)).toMatchObject({ to: 'ada@marina.example' });
    expect(server.mails).toHaveLength(1);

    await server.stop();
    const renewed = await givenMailServer({
      security: 'starttls',
      certificate: 'renewed',
      port: server.port,
    });
    const other = await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.untrusted');
    expect(other.certificate.fingerprint).not.toBe(fingerprint);
    const ready = invite(desk);
    await send(desk);
    expect(deliveryOf(desk, ready)).toMatchObject({ problem: 'untrusted' });
    expect(renewed.mails).toEqual([]);
  });

  it('of an authority nobody knows, and for another name, can be trusted too', async () => {
    const desk = await createDesk();
    const server = await givenMailServer({ security: 'tls', certificate: 'issued' });
    const version = sendVia(desk, server, { security: 'tls' });
    const { certificate } = await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.untrusted');
    expect(certificate.issuer).toContain('authority');
    await desk.services.mail.trust(desk.admin, { version, fingerprint: certificate.fingerprint });
    await desk.services.mail.sendTest(desk.admin);
    expect(server.mails).toHaveLength(1);
    const stored = desk.db.statement<{ pem: string }>('select trusted_certificate as pem from mail_settings');
    expect(stored.get()?.pem).toBe(certificatePem('issued'));
  });

  it('that is over can’t be trusted', async () => {
    const desk = await createDesk();
    const server = await givenMailServer({ security: 'tls', certificate: 'expired' });
    const version = sendVia(desk, server, { security: 'tls' });
    const { certificate } = await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.untrusted');
    const trust = () =>
      desk.services.mail.trust(desk.admin, { version, fingerprint: certificate.fingerprint });
    expect(await refused(trust, 'mail.failed')).toMatchObject({ problem: 'untrusted' });
  });

  it('was trusted for one server and is forgotten with it', async () => {
    const desk = await createDesk();
    const server = await givenMailServer({ security: 'tls' });
    const version = sendVia(desk, server, { security: 'tls' });
    const { certificate } = await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.untrusted');
    await desk.services.mail.trust(desk.admin, { version, fingerprint: certificate.fingerprint });
    sendVia(desk, server, { security: 'tls', language: 'de' });
    expect(desk.services.mail.settings().server?.trusted).not.toBeNull();
    sendVia(desk, server, { security: 'tls', host: 'localhost' });
    expect(desk.services.mail.settings().server?.trusted).toBeNull();
  });
});

describe('a server that can’t be reached', () => {
  it('is asked less and less often, not by every mail, and gets all of them when it is back', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    await server.stop();
    const invited = [invite(desk, 'one@guests.example'), invite(desk, 'two@guests.example')];
    for (let attempts = 1; attempts <= 3; attempts += 1) {
      await send(desk);
      for (const ready of invited) {
        expect(deliveryOf(desk, ready)).toMatchObject({
          state: 'queued',
          attempts,
          nextAttemptAt: desk.clock.now() + retryDelay(attempts),
          problem: 'unreachable',
        });
      }
      expect(desk.services.mail.isDue()).toBe(false);
      expect(desk.services.mail.status()).toMatchObject({ queued: 2, failed: 0, problem: 'unreachable' });
      desk.clock.advance(retryDelay(attempts));
    }
    const back = await givenMailServer({ port: server.port });
    await send(desk);
    expect(back.mails).toHaveLength(2);
    expect(desk.services.mail.status()).toMatchObject({ queued: 0, problem: null, nextAttemptAt: null });
  });

  it('that answers a new mail gets those that wait for it too', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    await server.stop();
    const waiting = invite(desk, 'one@guests.example');
    await send(desk);
    const back = await givenMailServer({ port: server.port });
    desk.clock.advance(1000);
    invite(desk, 'two@guests.example');
    await send(desk);
    expect(back.mails).toHaveLength(2);
    expect(deliveryOf(desk, waiting)).toMatchObject({ state: 'sent' });
  });

  it('for too long: the mail has failed, and somebody can have it sent again', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    await server.stop();
    const ready = invite(desk);
    for (let attempts = 1; attempts <= maxAttempts; attempts += 1) {
      await send(desk);
      desk.clock.advance(retryDelay(attempts));
    }
    expect(deliveryOf(desk, ready)).toMatchObject({
      state: 'failed',
      attempts: maxAttempts,
      nextAttemptAt: null,
      problem: 'unreachable',
    });
    expect(desk.services.mail.status()).toMatchObject({ queued: 0, failed: 1, nextAttemptAt: null });
    expect(auditOf(desk.db, 'invitation.mail_failed')).toMatchObject([{ data: { problem: 'unreachable' } }]);
    const back = await givenMailServer({ port: server.port });
    desk.services.mail.sendNow(desk.admin, { id: ready.id });
    await send(desk);
    expect(back.mails).toHaveLength(1);
  });
});

it('a server that says nothing is given up on, and its silence told', async () => {
  const transport = createMailTransport({ connectMs: 100, commandMs: 100 });
  const desk = await createDesk({ mail: mailPorts({ transport }) });
  const server = await givenSilentServer();
  sendVia(desk, server);
  const ready = invite(desk);
  await send(desk);
  expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', problem: 'timeout' });
  expect(await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.failed')).toMatchObject({
    problem: 'timeout',
  });
});

it('a password the keychain can’t open any more is told, and nothing goes without it', async () => {
  const vault = { kind: 'keychain' as const, seal: () => 'sealed', open: () => null };
  const desk = await createDesk({ mail: mailPorts({ vault }) });
  const server = await givenMailServer();
  sendVia(desk, server, { userName: 'desk', password: 'secret' });
  const ready = invite(desk);
  await send(desk);
  expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', problem: 'password_unreadable' });
  expect(desk.services.mail.settings()).toMatchObject({
    vault: 'keychain',
    server: { password: 'unreadable' },
  });
  expect(await refused(() => desk.services.mail.sendTest(desk.admin), 'mail.failed')).toEqual({
    problem: 'password_unreadable',
    detail: '',
  });
  expect(server.connections()).toBe(0);
});

describe('what the server says', () => {
  it('4xx puts off that mail alone, under the same Message-ID', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const first = invite(desk, 'one@guests.example');
    server.replies.to = '450 4.2.1 Come back later';
    await send(desk);
    expect(deliveryOf(desk, first)).toMatchObject({
      state: 'queued',
      attempts: 1,
      problem: 'deferred',
      detail: '450 4.2.1 Come back later',
    });
    server.replies.to = undefined;
    invite(desk, 'two@guests.example');
    await send(desk);
    expect(server.mails.map((mail) => mail.to[0])).toEqual(['two@guests.example']);
    desk.clock.advance(retryDelay(1));
    await send(desk);
    expect(deliveryOf(desk, first)).toMatchObject({
      state: 'sent',
      attempts: 2,
      problem: null,
      detail: null,
    });
  });

  it('4xx to the whole mail is taken for what it is: not taken', async () => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const ready = invite(desk);
    server.replies.data = '451 4.3.0 Disk full';
    await send(desk);
    expect(deliveryOf(desk, ready)).toMatchObject({ state: 'queued', problem: 'deferred' });
    server.replies.data = undefined;
    desk.clock.advance(minute);
    await send(desk);
    expect(server.mails).toHaveLength(1);
    expect(desk.restart().services.mail.status()).toMatchObject({ queued: 0, failed: 0 });
  });

  it.each(['from', 'to', 'data'] as const)('5xx to “%s” is final, and stops no other mail', async (step) => {
    const desk = await createDesk();
    const server = await givenMailServer();
    sendVia(desk, server);
    const first = invite(desk, 'nobody@guests.example');
    server.replies[step] = '550 5.1.1 <nobody@guests.example> unknown';
    await send(desk);
    expect(deliveryOf(desk, first)).toMatchObject({
      state: 'failed',
      problem: 'refused',
      detail: '550 5.1.1 <nobody@guests.example> unknown',
    });
    server.replies = {};
    invite(desk, 'two@guests.example');
    await send(desk);
    expect(server.mails.map((mail) => mail.to[0])).toEqual(['two@guests.example']);
    expect(auditOf(desk.db, 'invitation.mail_failed')).toMatchObject([{ data: { problem: 'refused' } }]);
    expect(JSON.stringify(auditOf(desk.db, 'invitation.mail_failed')[0]?.data)).not.toContain('unknown');
  });
});
