import { expect, test } from 'vitest';
import { type ListQuery, listWindow } from '../../../core/contract/users';
import { openDatabase } from '../../../core/db/open';
import type { Database } from '../../../core/db/types';
import { createDirectory } from '../../../core/services/directory/create-directory';
import { rebuild } from '../../../core/services/directory/rebuild';
import {
  noteActivity,
  refreshInvitation,
  refreshSite,
  refreshUser,
} from '../../../core/services/directory/writer';
import { givenInvitation, givenSite, givenUser } from '../../support/builders';
import { createTestDb } from '../../support/db';
import { openOptions } from '../../support/options';

const dayMs = 86_400_000;
const administrator = { userId: 'u', sessionId: 's', role: 'tenant_admin' as const, siteIds: [] };
const everybody: ListQuery = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'email',
  direction: 'asc',
};

function organisation() {
  const { db, clock } = createTestDb();
  db.client.pragma('synchronous = off');
  const directory = createDirectory({ db, clock });
  const rootId = givenUser(db, { email: 'root@example.org', displayName: 'Root', role: 'tenant_admin' });
  const list = (
    query: Partial<ListQuery> = {},
    actor: Parameters<typeof directory.window>[0] = administrator,
  ) =>
    directory.window(actor, {
      query: { ...everybody, ...query },
      window: { start: 0, limit: 200, anchor: null },
    });
  const emails = (query: Partial<ListQuery> = {}) => list(query).rows.map((row) => row.email);
  return { db, clock, directory, rootId, list, emails };
}

test('accents and case of either side do not matter', () => {
  const { db, emails } = organisation();
  givenUser(db, { email: 'a@example.org', displayName: 'Ångström Øster' });
  givenUser(db, { email: 'b@example.org', displayName: 'Groß-Müller' });
  for (const search of ['angst', 'ÅNGST', 'ström', 'oster', 'm ø'])
    expect(emails({ search })).toEqual(['a@example.org']);
  for (const search of ['gross', 'GROSS', 'ß-m', 'muller'])
    expect(emails({ search })).toEqual(['b@example.org']);
});

test('one and two letters are found anywhere in name or address, as three and more are', () => {
  const { db, emails } = organisation();
  givenUser(db, { email: 'zoë@größe.example', displayName: 'Anna Lindqvist' });
  for (const search of ['Q', 'nn', 'st', 'OE', 'öß', 'a l', 'qvi', 'n'])
    expect(emails({ search })).toEqual(['zoë@größe.example']);
  for (const search of ['qn', 'w', 'ж', '@z', 'tz', '漢', '𝄞']) expect(emails({ search })).toEqual([]);
  // The very last letters too, and nothing across the end of a name and the beginning of an address.
  expect(emails({ search: 'rg' })).toEqual(['root@example.org']);
  expect(emails({ search: 'tr' })).toEqual([]);
});

test.each([3000, 7000])(
  'one letter of %d people is told as capped, the rows are the right ones, filtered too',
  (people) => {
    const { db, list } = organisation();
    const siteId = givenSite(db);
    db.write(null, (tx) => {
      for (let i = 0; i < people; i += 1) {
        const id = tx.newId();
        const email = `p${String(i).padStart(4, '0')}@example.org`;
        const role = i % 100 === 7 ? ('site_admin' as const) : ('member' as const);
        const displayName = i % 2 === 0 ? 'Quinn' : 'Bo';
        const status = 'active' as const;
        tx.insert('user', { id, email, emailKey: email, displayName, status, role, createdAt: tx.now + i });
        if (i % 50 < 2) tx.insert('user_site', { id: tx.newId(), userId: id, siteId });
      }
      rebuild(tx);
    });
    const top = (query: Partial<ListQuery>) => {
      const { rows, total } = list({ search: 'q', ...query });
      return [rows[0]?.email, total];
    };
    const capped = { count: 1000, capped: true };
    expect(top({})).toEqual(['p0000@example.org', capped]);
    expect(top({ sort: 'lastActivity', direction: 'desc' })).toEqual([`p${people - 2}@example.org`, capped]);
    expect(top({ siteId })).toEqual(['p0000@example.org', { count: people / 50, capped: false }]);
    expect(top({ role: 'member' })).toEqual(['p0000@example.org', capped]);
    expect(top({ role: 'site_admin' })).toEqual([undefined, { count: 0, capped: false }]);
  },
);

test.each([
  '"',
  '""',
  "'",
  '*',
  'a"b',
  'a OR b',
  'NEAR(',
  'a AND b',
  '-',
  '%',
  '_',
  '{',
  '^ann',
  "'; --",
  '?',
  '[',
  ']',
  '[a]',
  'a*',
  '[a-z]nn',
  '??',
])('a search is text, never a query: %j', (search) => {
  const { db, emails } = organisation();
  givenUser(db, { email: 'quoted@example.org', displayName: `Odd ${search} name` });
  expect(emails({ search })).toEqual(['quoted@example.org']);
});

test('a search of what can not be seen is no search, and breaks nothing', () => {
  const { emails } = organisation();
  for (const search of ['\0', ' \t ', '\u0001']) expect(emails({ search })).toEqual(['root@example.org']);
  for (const search of ['x\0yz', '\ud800', '\ud800abc']) expect(emails({ search })).toEqual([]);
});

test('a name that left the list is gone from the search index and its bytes', () => {
  const { db, rootId, emails } = organisation();
  const id = givenInvitation(db, { inviterId: rootId, email: 'qzxwvk@example.org' });
  expect(emails({ search: 'zxw' })).toHaveLength(1);
  db.write(null, (tx) => {
    tx.update('invitation', id, { email: null, emailKey: null, removedAt: tx.now });
    refreshInvitation(tx, id);
  });
  expect(emails({ search: 'zxw' })).toEqual([]);
  const blocks = db.statement<{ block: Buffer }>('select block from directory_search_data').all();
  expect(blocks.filter(({ block }) => block.includes('qzx') || block.includes('xwv'))).toEqual([]);
});

test('a new name is found, the old one is not', () => {
  const { db, rootId, emails } = organisation();
  db.write(null, (tx) => {
    tx.update('user', rootId, { displayName: 'Zacharias' });
    refreshUser(tx, rootId);
  });
  expect(emails({ search: 'zachar' })).toEqual(['root@example.org']);
  expect(emails({ search: 'Root ' })).toEqual(['root@example.org']);
  db.client.exec("insert into directory_search (directory_search) values ('integrity-check')");
});

test('what is new waits beside the search index, and is found, renamed and taken out there and in it', () => {
  const { db, list } = organisation();
  const rows = (sql: string) => db.statement<{ n: number }>(`select count(*) as n from ${sql}`).get()?.n ?? 0;
  const rename = (id: string, displayName: string) =>
    db.write(null, (tx) => {
      tx.update('user', id, { displayName });
      refreshUser(tx, id);
    });
  const ids: string[] = [];
  for (let i = 0; i < 150; i += 1) {
    ids.push(givenUser(db, { email: `n${i}@example.org`, displayName: `Newcomer ${i}` }));
    const { total, rows: found } = list({ search: 'newcomer' });
    expect([total.count, found.length]).toEqual([i + 1, i + 1]);
  }
  const [indexed = '', waiting = ''] = [ids[3], ids[149]];
  expect(rows('directory_recent')).toBeLessThan(64);
  expect(rows("directory_recent where instr(search_text, 'n149@')")).toBe(1);
  for (const id of [indexed, waiting]) {
    rename(id, 'Ulla Quast');
    rename(id, 'Vera Quast');
  }
  expect(list({ search: 'ulla' }).total.count).toBe(0);
  expect(list({ search: 'vera quast' }).rows.map((row) => row.id)).toEqual([waiting, indexed]);
  expect(list({ search: 'newcomer' }).total.count).toBe(148);
  expect(list({ search: 'newcomer', sort: 'lastActivity', direction: 'desc' }).rows).toHaveLength(148);
  db.client.exec("insert into directory_search (directory_search) values ('integrity-check')");
});

test('sites are told by the names of the moment, also when another connection gave them', () => {
  const { db, list } = organisation();
  const siteId = givenSite(db, { name: 'Nord' });
  givenUser(db, { email: 'a@example.org', siteIds: [siteId] });
  const told = () => list({ search: 'a@example' }).rows[0]?.sites.map((site) => site.name);
  const rename = (by: Database, name: string) =>
    by.write(null, (tx) => tx.update('site', siteId, { name, nameKey: name.toLowerCase() }));
  expect(told()).toEqual(['Nord']);
  rename(db, 'Süd');
  expect(told()).toEqual(['Süd']);
  const other = openDatabase(openOptions(db.path));
  rename(other, 'West');
  other.close();
  expect(told()).toEqual(['West']);
});

test('more than a thousand hits are told as capped, and the rows are still the right ones', () => {
  const { db, list } = organisation();
  const [siteId = '', otherSite = ''] = [givenSite(db), givenSite(db)];
  db.write(null, (tx) => {
    for (let i = 0; i < 4000; i += 1) {
      const id = tx.newId();
      const email = `person${String(i).padStart(4, '0')}@example.org`;
      const status = i % 10 === 9 ? ('inactive' as const) : ('active' as const);
      const role = status === 'active' ? ('member' as const) : null;
      const displayName = i % 3 === 0 ? 'Common Tripler' : 'Common Name';
      tx.insert('user', { id, email, emailKey: email, displayName, status, role, createdAt: tx.now + i });
      if (role !== null)
        tx.insert('user_site', { id: tx.newId(), userId: id, siteId: i % 50 === 0 ? siteId : otherSite });
    }
    rebuild(tx);
  });
  const common = list({ search: 'common' });
  expect(common.total).toEqual({ count: 1000, capped: true });
  expect(common.rows[0]?.email).toBe('person0000@example.org');
  expect(list({ search: 'common', sort: 'lastActivity', direction: 'desc' }).rows[0]?.email).toBe(
    'person3999@example.org',
  );
  expect(list({ search: 'tripler' }).total).toEqual({ count: 1000, capped: true });
  expect(list({ search: 'tripler', status: 'inactive' }).total).toEqual({ count: 134, capped: false });
  const atSite = list({ search: 'common', siteId });
  expect(atSite.total).toEqual({ count: 80, capped: false });
  expect(atSite.rows.map((row) => row.email)).toEqual(
    Array.from({ length: 80 }, (_, i) => `person${String(i * 50).padStart(4, '0')}@example.org`),
  );
  expect(list({ search: 'person00' }).total).toEqual({ count: 100, capped: false });
  expect(list({}).total).toEqual({ count: 4001, capped: false });
});

test('a reactivation shows on the inactive row; the Inactive filter finds it, and Pending or Expired', () => {
  const { db, clock, rootId, list } = organisation();
  const email = 'back@example.org';
  const userId = givenUser(db, { email, status: 'inactive' });
  const expiresAt = clock.now() + 7 * dayMs;
  const invitationId = givenInvitation(db, { inviterId: rootId, email, reactivatesUserId: userId });
  for (const query of [
    { status: 'inactive' },
    { status: 'pending' },
    { kind: 'invitations' },
    { kind: 'users' },
  ] as const) {
    const rows = list(query).rows.filter((row) => row.id !== rootId);
    expect(rows).toMatchObject([
      { id: userId, status: 'inactive', reactivation: { invitationId, expiresAt } },
    ]);
  }
  clock.set(expiresAt);
  expect(list({ status: 'pending' }).rows).toEqual([]);
  expect(list({ status: 'expired' }).rows).toMatchObject([{ id: userId, status: 'inactive' }]);
  expect(list({ status: 'inactive' }).rows).toMatchObject([{ reactivation: { invitationId, expiresAt } }]);
});

test('an invitation turns from pending to expired at the millisecond, in list, filters and cards', () => {
  const { db, clock, rootId, list, directory } = organisation();
  givenInvitation(db, { inviterId: rootId, expiresAt: clock.now() + 1000 });
  clock.advance(999);
  expect(list({ status: 'pending' }).rows).toMatchObject([{ status: 'pending' }]);
  expect(directory.statistics(administrator).pending).toEqual({ total: 1, expiringWithinDay: 1 });
  clock.advance(1);
  expect(list({ status: 'pending' }).rows).toEqual([]);
  expect(list({ status: 'expired' }).rows).toMatchObject([{ status: 'expired' }]);
  expect(directory.statistics(administrator)).toMatchObject({
    pending: { total: 0, expiringWithinDay: 0 },
    invitations: { accepted: 0, expired: 1 },
  });
});

test('each card counts what its filter finds', () => {
  const { list, directory, nord } = counted();
  const siteAdmin = { ...administrator, role: 'site_admin' as const, siteIds: [nord] };
  for (const reader of [administrator, siteAdmin]) {
    const found = (query: Partial<ListQuery>) => list(query, reader).total.count;
    const { users, administrators, pending, invitations } = directory.statistics(reader);
    expect(found({ kind: 'users' })).toBe(users.total);
    expect(found({ kind: 'users', status: 'active' })).toBe(users.active);
    expect(found({ kind: 'users', role: 'tenant_admin', status: 'active' })).toBe(administrators.total);
    expect(found({ status: 'pending' })).toBe(pending.total);
    expect(found({ status: 'expired' })).toBe(invitations.expired);
    for (const status of ['pending', 'expired'] as const)
      expect(found({ kind: 'invitations', status })).toBe(found({ status }));
  }
});

/** People, invitations and reactivations at two sites, with everything the cards count. */
function counted() {
  const made = organisation();
  const { db, clock, rootId } = made;
  const nord = givenSite(db, { name: 'Nord' });
  const sued = givenSite(db, { name: 'Süd' });
  givenSite(db, { name: 'Closed', archivedAt: clock.now() });
  const now = clock.now();
  givenUser(db, { role: 'tenant_admin', lastActivityAt: now, lastSignInAt: now - 6 * dayMs });
  givenUser(db, { role: 'tenant_admin', lastActivityAt: now, lastSignInAt: now - 8 * dayMs });
  givenUser(db, { siteIds: [nord] });
  givenUser(db, { siteIds: [nord, sued], role: 'site_admin' });
  givenUser(db, { status: 'inactive' });
  const away = givenUser(db, { status: 'inactive', email: 'away@example.org' });
  const lost = givenUser(db, { status: 'inactive', email: 'lost@example.org' });
  const inviterId = rootId;
  givenInvitation(db, { inviterId, email: 'away@example.org', reactivatesUserId: away, siteIds: [nord] });
  givenInvitation(db, { inviterId, email: 'lost@example.org', reactivatesUserId: lost, expiresAt: now - 1 });
  givenInvitation(db, { inviterId, siteIds: [nord], expiresAt: now + dayMs });
  givenInvitation(db, { inviterId, siteIds: [sued], expiresAt: now + dayMs + 1 });
  givenInvitation(db, { inviterId, siteIds: [nord], expiresAt: now });
  givenInvitation(db, { inviterId, siteIds: [nord, sued], acceptedAt: now });
  givenInvitation(db, { inviterId, siteIds: [sued], acceptedAt: now });
  return { ...made, nord, sued };
}

const wholeOrganisation = {
  users: { total: 8, active: 5, inactive: 3 },
  administrators: { total: 3, signedInThisWeek: 1 },
  pending: { total: 3, expiringWithinDay: 1 },
  invitations: { accepted: 2, expired: 2 },
  sites: 2,
};

test('the cards count the organisation for a Tenant-Admin, also after a rebuild', () => {
  const { db, directory } = counted();
  expect(directory.statistics(administrator)).toEqual(wholeOrganisation);
  db.write(null, rebuild);
  expect(directory.statistics(administrator)).toEqual(wholeOrganisation);
});

test('the cards count only the own sites of a Site-Admin, a person of two sites once', () => {
  const { directory, nord, sued } = counted();
  const siteAdmin = (siteIds: string[]) => ({ ...administrator, role: 'site_admin' as const, siteIds });
  expect(directory.statistics(siteAdmin([nord]))).toEqual({
    users: { total: 2, active: 2, inactive: 0 },
    administrators: { total: 0, signedInThisWeek: 0 },
    pending: { total: 1, expiringWithinDay: 1 },
    invitations: { accepted: 1, expired: 1 },
    sites: 1,
  });
  expect(directory.statistics(siteAdmin([nord, sued]))).toMatchObject({
    users: { total: 2, active: 2, inactive: 0 },
    pending: { total: 2, expiringWithinDay: 1 },
    invitations: { accepted: 2, expired: 1 },
    sites: 2,
  });
  expect(directory.statistics(siteAdmin([]))).toMatchObject({ users: { total: 0 }, sites: 0 });
});

test('a Site-Admin sees foreign sites of a shared person as a number, and no cursor names them', () => {
  const { directory, nord, list } = counted();
  const actor = { ...administrator, role: 'site_admin' as const, siteIds: [nord] };
  const { rows, cursor } = list({ sort: 'site', kind: 'users' }, actor);
  expect(rows.map((row) => [row.sites.map((site) => site.name), row.otherSites])).toEqual([
    [['Nord'], 0],
    [['Nord'], 1],
  ]);
  expect(cursor + Buffer.from(cursor ?? '', 'base64url').toString('utf8')).not.toMatch(/nord|sud/);
  expect(
    directory.page(actor, { query: { ...everybody, siteId: 'elsewhere' }, limit: 10 }).list.rows,
  ).toEqual([]);
});

test('renaming a site moves its people in the list by site', () => {
  const { db, nord, list } = counted();
  const names = () =>
    list({ sort: 'site', kind: 'users', role: 'member' }).rows.map((row) => row.sites[0]?.name);
  givenUser(db, { siteIds: [givenSite(db, { name: 'Ost' })] });
  expect(names()).toEqual(['Nord', 'Ost']);
  db.write(null, (tx) => {
    tx.update('site', nord, { name: 'Zentrum', nameKey: 'zentrum' });
    refreshSite(tx, nord);
  });
  expect(names()).toEqual(['Ost', 'Zentrum']);
});

test('somebody of very many sites has a cursor that a request may carry', () => {
  const { db, list, directory } = organisation();
  const siteIds = Array.from({ length: 120 }, (_, i) =>
    givenSite(db, { name: `${'Außenstelle '.repeat(8)}${i}` }),
  );
  givenUser(db, { siteIds });
  const { cursor } = list({ sort: 'site', role: 'member' });
  const window = listWindow.parse({ start: 1, limit: 1, anchor: { index: 1, cursor } });
  const query = { ...everybody, sort: 'site' as const };
  expect(directory.window(administrator, { query, window }).rows[0]?.sites).toHaveLength(120);
  db.write(null, (tx) => refreshSite(tx, siteIds[7] ?? ''));
  expect(list({ sort: 'site', role: 'member' }).cursor).toBe(cursor);
});

test('activity moves a person forward only, and nobody back', () => {
  const { db, clock, rootId, list } = organisation();
  const at = clock.now() + 5000;
  db.write(null, (tx) => noteActivity(tx, rootId, at));
  db.write(null, (tx) => noteActivity(tx, rootId, at - 1));
  expect(list().rows).toMatchObject([{ lastActivityAt: at }]);
});

test('refreshing twice, or what is not there, changes nothing', () => {
  const { db, directory, rootId } = counted();
  const all = () => db.statement('select * from directory_count order by 1, 2, 3').all();
  const before = all();
  const ids = db.statement<{ id: string }>('select id from invitation').all();
  db.write(null, (tx) => {
    for (const { id } of ids) refreshInvitation(tx, id);
    refreshUser(tx, rootId);
    refreshUser(tx, 'nobody');
    refreshInvitation(tx, 'nothing');
  });
  expect(all()).toEqual(before);
  expect(directory.statistics(administrator)).toEqual(wholeOrganisation);
});

test.each(['', 'garbage', 'eyJhIjoxfQ', 'long'.repeat(1000)])(
  'a made-up cursor is refused: %.12s',
  (cursor) => {
    const { directory } = organisation();
    const window = { start: 3, limit: 10, anchor: { index: 2, cursor } };
    expect(() => directory.window(administrator, { query: everybody, window })).toThrow(
      expect.objectContaining({ code: 'request.malformed' }),
    );
  },
);

test('a cursor of another order is refused, and a sealed one of another run', () => {
  const { db, clock, directory, nord, list } = counted();
  const actor = { ...administrator, role: 'site_admin' as const, siteIds: [nord] };
  const refused = expect.objectContaining({ code: 'request.malformed' });
  const bySite = { ...everybody, sort: 'site' as const };
  const window = (cursor: string | null) => ({
    start: 3,
    limit: 10,
    anchor: { index: 2, cursor: cursor ?? '' },
  });
  const ofEmails = window(list().cursor);
  expect(() => directory.window(administrator, { query: bySite, window: ofEmails })).toThrow(refused);
  const ofSites = window(list({ sort: 'site' }, actor).cursor);
  expect(directory.window(actor, { query: bySite, window: ofSites }).start).toBe(3);
  const restarted = createDirectory({ db, clock });
  expect(() => restarted.window(actor, { query: bySite, window: ofSites })).toThrow(refused);
  const open = window(list({ sort: 'site' }).cursor);
  expect(() => directory.window(actor, { query: bySite, window: open })).toThrow(refused);
});

test('rows that went above an anchor do not leave a gap or a repeat', () => {
  const { db, directory } = organisation();
  const ids = Array.from({ length: 30 }, (_, i) =>
    givenUser(db, { email: `p${String(i).padStart(2, '0')}@example.org` }),
  );
  const window = (start: number, anchor: { index: number; cursor: string } | null) =>
    directory.window(administrator, { query: everybody, window: { start, limit: 5, anchor } });
  const { cursor } = window(20, null);
  remove(db, ids.slice(0, 15));
  const below = window(25, { index: 20, cursor: cursor ?? '' });
  expect(below.rows[0]?.email).toBe('p25@example.org');
  const above = window(12, { index: 20, cursor: cursor ?? '' });
  expect(above.rows.map((row) => row.email)).toEqual(
    ['p27', 'p28', 'p29'].map((name) => `${name}@example.org`).concat('root@example.org'),
  );
  expect(above.total.count).toBe(16);
});

function remove(db: Database, ids: readonly string[]): void {
  db.write(null, (tx) => {
    for (const id of ids) {
      tx.remove('user', id);
      refreshUser(tx, id);
    }
  });
}
