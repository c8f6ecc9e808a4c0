import { describe, expect, it } from 'vitest';
import type { MailTransport } from '../../../core/ports';
import { formatMoment } from '../../../core/services/mail/letters';
import { mailtoUrl } from '../../../core/services/mail/mailto';
import { createMailTransport } from '../../../electron/platform/mail/transport';
import commonGerman from '../../../renderer/i18n/locales/de/common.json';
import common from '../../../renderer/i18n/locales/en/common.json';
import { givenSite } from '../../support/builders';
import { mailPorts } from '../../support/mail/ports';
import { decodedWords, readMail } from '../../support/mail/read-mail';
import { createDesk, type Desk } from './desk';
import { givenMailServer, invite, send, sendVia } from './mailing';
import { refused } from './observe';

/** What arrives of an invitation. */
async function arrived(desk: Desk, language: 'en' | 'de') {
  const server = await givenMailServer();
  sendVia(desk, server, { language });
  const ready = invite(desk);
  await send(desk);
  const raw = server.mails[0]?.raw ?? '';
  return { ready, raw, ...readMail(raw) };
}

const rename = (desk: Desk, name: string) => {
  const { version } = desk.services.organisation.get(desk.admin);
  desk.services.organisation.update(desk.admin, {
    version,
    name,
    roleModel: 'three',
    visitRetentionDays: 365,
  });
};

describe('the mail to an invited person', () => {
  it('in English: organisation, inviter, role, site, code, link, and until when', async () => {
    const desk = await createDesk();
    const { ready, text, html, headers, rawText } = await arrived(desk, 'en');
    for (const part of [text, html]) {
      for (const fact of ['Marina Group', 'Ada Lindqvist', 'Member', 'Harbour House', ready.code, ready.link])
        expect(part).toContain(fact);
      expect(part).toContain(formatMoment(ready.expiresAt, 'en'));
    }
    expect(rawText.split('\r\n')).toEqual(expect.arrayContaining([ready.code, ready.link]));
    expect(html).toContain('<html lang="en">');
    expect(headers).toMatchObject({
      from: 'Marina Group <desk@marina.example>',
      to: 'bo@guests.example',
      subject: 'Your invitation to Marina Group',
      date: 'Sun, 22 Nov 2026 09:00:00 +0000',
      'auto-submitted': 'auto-generated',
      'message-id': expect.stringMatching(/^<[0-9a-f-]{36}@marina\.example>$/),
    });
  });

  it('in German, with umlauts in names: headers encoded, code and link whole in the raw text', async () => {
    const desk = await createDesk();
    rename(desk, 'Müller & Söhne Gästehaus');
    const { ready, text, html, headers, rawText, raw } = await arrived(desk, 'de');
    expect(text).toContain('lädt Sie zu Müller & Söhne Gästehaus ein');
    expect(text).toContain('Rolle: Mitglied');
    expect(text).toContain(`Gültig bis: ${formatMoment(ready.expiresAt, 'de')}`);
    expect(html).toContain('Müller &amp; Söhne Gästehaus');
    expect(rawText.split('\r\n')).toEqual(expect.arrayContaining([ready.code, ready.link]));
    expect(decodedWords(headers.from ?? '')).toBe('Müller & Söhne Gästehaus <desk@marina.example>');
    expect(decodedWords(headers.subject ?? '')).toBe('Ihre Einladung zu Müller & Söhne Gästehaus');
    // Nothing but ASCII travels.
    expect([...raw].every((letter) => letter.charCodeAt(0) < 128)).toBe(true);
  });

  it('back to somebody inactive: by name, and that the account is still there', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@guests.example', displayName: 'Bo Ek' });
    desk.services.users.deactivate(desk.admin, { id });
    const { text, html, headers } = await arrived(desk, 'en');
    for (const part of [text, html]) expect(part).toContain('Hello Bo Ek,');
    expect(text).toContain('invites you back to Marina Group');
    expect(headers.subject).toBe('Your way back to Marina Group');
  });

  it('to a Tenant-Admin says that it is for the whole organisation', async () => {
    const desk = await createDesk({ roleModel: 'two' });
    const server = await givenMailServer();
    sendVia(desk, server, { language: 'de' });
    const offer = { email: 'bo@guests.example', role: 'tenant_admin' as const, siteIds: [] };
    desk.services.invitations.create(desk.admin, offer);
    await send(desk);
    const { text } = readMail(server.mails[0]?.raw ?? '');
    expect(text).toContain('Rolle: Admin\nStandort: Organisationsweit\n');
  });

  it('loads nothing from elsewhere and runs nothing', async () => {
    const { html } = await arrived(await createDesk(), 'en');
    expect(html).not.toMatch(/https?:|<img|<script|<link|url\(/i);
  });

  it('takes names for what they are: no markup, no further header, no template', async () => {
    const desk = await createDesk();
    rename(desk, '<b>Evil</b> {{code}} "Ltd" Bcc: all@x.example');
    const { text, html, headers } = await arrived(desk, 'en');
    expect(html).toContain('&lt;b&gt;Evil&lt;&#x2F;b&gt; {{code}}');
    expect(text).toContain('invites you to <b>Evil</b> {{code}} "Ltd"');
    expect(Object.keys(headers)).not.toContain('bcc');
  });

  it('speaks of roles as the app does', () => {
    const { templates } = mailPorts();
    for (const [language, texts] of [
      ['en', common],
      ['de', commonGerman],
    ] as const) {
      const { roles, organizationWide } = texts;
      expect(templates.words(language)).toEqual({ roles, organizationWide });
    }
  });
});

describe('MIME', () => {
  const letter = {
    messageId: '<1@x.example>',
    date: 0,
    from: { name: 'A\r\nBcc: all@x.example', address: 'desk@x.example' },
    to: 'bo@x.example',
    subject: 'Hello\r\nBcc: all@x.example\r\n\r\nBody',
    text: 'Text\n',
    html: '<p>Text</p>\n',
    draft: false,
  };
  const write = async (transport: MailTransport, changes: Partial<typeof letter> = {}) =>
    Buffer.from(await transport.write({ ...letter, ...changes })).toString('latin1');

  it('lets no line break into a header', async () => {
    const { headers } = readMail(await write(createMailTransport()));
    expect(Object.keys(headers).sort()).toEqual(
      [
        'auto-submitted',
        'from',
        'to',
        'subject',
        'message-id',
        'date',
        'mime-version',
        'content-type',
      ].sort(),
    );
  });

  it('a draft is one, and has no sender where the desk has none', async () => {
    const raw = await write(createMailTransport(), { draft: true, from: { name: 'A', address: '' } });
    expect(readMail(raw).headers).toMatchObject({ 'x-unsent': '1', to: 'bo@x.example' });
    expect(raw).not.toMatch(/^(From|Auto-Submitted):/m);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('a mail that leaves by another way', () => {
  it('as a file, for whom link and code belong together and the invitation is in reach', async () => {
    const desk = await createDesk();
    const { mail } = desk.services;
    const { link, code } = invite(desk);
    const other = invite(desk, 'other@guests.example');
    const language = 'de' as const;
    const { to, content } = await mail.file(desk.admin, { link, code: code.toLowerCase(), language });
    expect(to).toBe('bo@guests.example');
    const { text, headers } = readMail(Buffer.from(content).toString('latin1'));
    expect(text).toContain(`\n${code}\n`);
    expect(headers['x-unsent']).toBe('1');
    await refused(() => mail.file(desk.admin, { link, code: other.code, language }), 'invitation.dead');
    await refused(() => mail.file(desk.admin, { link: 'x', code, language }), 'invitation.dead');
    const far = await desk.actor({ role: 'site_admin', siteIds: [desk.site('North Gate')] });
    await refused(() => mail.file(far, { link, code, language }), 'invitation.dead');
    desk.services.invitations.remove(desk.admin, { id: other.id });
    const gone = { link: other.link, code: other.code, language };
    await refused(() => mail.file(desk.admin, gone), 'invitation.dead');
  });

  it('by mailto, never too long for it and never without the code', async () => {
    const desk = await createDesk();
    const shown = (siteIds: string[]) => {
      const offer = { email: `b${siteIds.length}@guests.example`, role: 'member' as const, siteIds };
      const { link, code } = desk.services.invitations.create(desk.admin, offer);
      const url = mailtoUrl(desk.services.mail.shown(desk.admin, { link, code, language: 'de' }));
      const { searchParams, pathname } = new URL(url);
      return {
        url,
        to: pathname,
        subject: searchParams.get('subject'),
        body: searchParams.get('body'),
        link,
        code,
      };
    };
    const usual = shown([desk.siteId]);
    expect(decodeURIComponent(usual.to)).toBe('b1@guests.example');
    expect(usual.subject).toBe('Ihre Einladung zu Marina Group');
    expect(usual.body).toContain(`\r\n${usual.code}\r\n`);
    expect(usual.body).toContain('Harbour House');
    const many = Array.from({ length: 40 }, (_, n) =>
      givenSite(desk.db, { name: `Außenstelle Überlingen ${n}` }),
    );
    rename(desk, 'Ü'.repeat(120));
    for (const sites of [[desk.siteId, ...many], many]) {
      const { url, body, code, link } = shown(sites);
      expect(url.length).toBeLessThanOrEqual(2000);
      expect(body).toContain(code);
      expect(body).toContain(link);
    }
  });
});
