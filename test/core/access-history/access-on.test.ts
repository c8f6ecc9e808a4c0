import { describe, expect, it } from 'vitest';
import { formatHlc } from '../../../core/db/hlc';
import { entriesAfter } from '../../../core/services/access-history/acts';
import { endedLinks, everAdministrators, heldLinks } from '../../../core/services/access-history/people';
import { operationsOf } from '../../../core/services/access-history/person-past';
import type { Actor } from '../../../core/services/actor';
import { memoryFile } from '../../support/memory-file';
import { createDesk, type Desk, day, hour, minute } from '../services/desk';
import { auditOf, refused } from '../services/observe';
import { secure } from '../services/settings';

const moment = (at: number) => ({ from: at, before: at + 1 });

async function asked(
  desk: Desk,
  siteId: string | null,
  window: { from: number; before: number },
  by?: Actor,
) {
  const input = { siteId, ...window, text: '', offset: 0, limit: 200 };
  return desk.services.accessHistory.page(by ?? desk.admin, input);
}

async function edit(desk: Desk, id: string, changed: object, by: Actor = desk.admin) {
  const { version, displayName, role, sites } = desk.services.users.get(desk.admin, { id });
  const stands = { displayName, role: role ?? 'member', siteIds: sites.map((site) => site.id) };
  const rest = { id, version, applyNow: false, currentPassword: null };
  await desk.services.users.update(by, { ...rest, ...stands, ...changed });
}

describe('who could enter a site at a moment', () => {
  it('by the names and roles of that time, with who had granted it and who took it away', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const set = desk.clock.now();
    desk.clock.advance(hour);
    const made = desk.clock.now();
    const bo = await desk.person({ displayName: 'Bo Ek', email: 'bo@marina.example' });
    const eve = await desk.actor({
      role: 'tenant_admin',
      displayName: 'Eve Adams',
      email: 'eve@marina.example',
    });
    desk.clock.advance(day);
    const changed = desk.clock.now();
    await edit(desk, bo, { role: 'site_admin', displayName: 'Bo Ekström' }, eve);
    desk.clock.advance(hour);
    const ended = desk.clock.now();
    users.deactivate(eve, { id: bo });
    desk.clock.advance(1);
    await edit(desk, eve.userId, { displayName: 'Eve Berg' });

    const first = await asked(desk, desk.siteId, moment(changed - 1));
    expect(first).toMatchObject({ people: 3, total: 3, roleModel: 'three', begun: set });
    expect(first.site).toMatchObject({ name: 'Harbour House', openFrom: set, openUntil: null });
    expect(first.entries).toMatchObject([
      {
        name: 'Ada Lindqvist',
        role: 'tenant_admin',
        everywhere: true,
        from: set,
        granted: { kind: 'setUp', at: set, by: { id: desk.admin.userId } },
        ended: null,
      },
      {
        userId: bo,
        name: 'Bo Ek',
        email: 'bo@marina.example',
        role: 'member',
        everywhere: false,
        from: made,
        granted: { kind: 'created', at: made, by: { name: 'Ada Lindqvist', role: 'tenant_admin' } },
        ended: { kind: 'changed', at: changed, by: { name: 'Eve Adams' } },
      },
      { name: 'Eve Adams', granted: { kind: 'created', at: made } },
    ]);
    const later = await asked(desk, desk.siteId, moment(changed));
    expect(later.entries[1]).toMatchObject({
      name: 'Bo Ekström',
      role: 'site_admin',
      granted: { kind: 'changed', at: changed, by: { name: 'Eve Adams' } },
      ended: { kind: 'deactivated', at: ended, by: { name: 'Eve Adams' } },
    });
    const now = await asked(desk, desk.siteId, moment(ended + 1));
    expect(now.entries.map(({ name }) => name)).toEqual(['Ada Lindqvist', 'Eve Berg']);
  });

  it('on a day: everybody who could at some moment of it, and for how long', async () => {
    const desk = await createDesk();
    const begin = desk.clock.now() + day;
    const bo = await desk.person({ displayName: 'Bo' });
    desk.clock.set(begin + 3 * hour);
    await edit(desk, bo, { role: 'site_admin' });
    desk.clock.set(begin + 5 * hour);
    desk.services.users.deactivate(desk.admin, { id: bo });
    desk.clock.set(begin + day);
    const { entries, people } = await asked(desk, desk.siteId, { from: begin, before: begin + day });
    expect(people).toBe(2);
    const spans = entries.filter(({ userId }) => userId === bo);
    expect(
      spans.map(({ role, from, ended }) => [role, from >= begin ? from - begin : null, ended?.at]),
    ).toEqual([
      ['member', null, begin + 3 * hour],
      ['site_admin', 3 * hour, begin + 5 * hour],
    ]);
    const quiet = await asked(desk, desk.siteId, { from: begin + 5 * hour, before: begin + day });
    expect(quiet.people).toBe(1);
  });

  it('ends with the end date, however late the app sees to it, and names who had set it', async () => {
    const desk = await createDesk();
    const { users, due } = desk.services;
    const bo = await desk.person({ displayName: 'Bo' });
    const leavesAt = desk.clock.now() + day;
    users.setEndDate(desk.admin, { id: bo, version: users.get(desk.admin, { id: bo }).version, leavesAt });
    desk.clock.advance(3 * day);
    const before = await asked(desk, desk.siteId, moment(leavesAt - 1));
    const end = { kind: 'endDate', at: leavesAt, by: { id: desk.admin.userId } };
    expect(before.entries.find(({ userId }) => userId === bo)?.ended).toMatchObject(end);
    expect((await asked(desk, desk.siteId, moment(leavesAt))).people).toBe(1);
    due.run();
    expect((await asked(desk, desk.siteId, moment(leavesAt))).people).toBe(1);
    const after = await asked(desk, desk.siteId, moment(leavesAt - 1));
    expect(after.entries.find(({ userId }) => userId === bo)?.ended).toMatchObject(end);
  });

  it('through an invitation: by who sent it, with when it was sent and accepted', async () => {
    const desk = await createDesk();
    const sent = desk.clock.now();
    const given = { role: 'member' as const, siteIds: [desk.siteId] };
    const ready = desk.services.invitations.create(desk.admin, { email: 'cid@marina.example', ...given });
    desk.clock.advance(2 * hour);
    const accepted = desk.clock.now();
    expect((await asked(desk, desk.siteId, moment(accepted - 1))).people).toBe(1);
    await desk.services.invitations.accept({
      secret: ready.code,
      displayName: 'Cid',
      password: 'invited once more',
    });
    const { entries } = await asked(desk, desk.siteId, moment(accepted));
    expect(entries.find(({ name }) => name === 'Cid')?.granted).toEqual({
      kind: 'invited',
      at: accepted,
      by: { id: desk.admin.userId, name: 'Ada Lindqvist', role: 'tenant_admin' },
      invitedAt: sent,
    });
  });

  it('somebody erased since is still counted, without a name', async () => {
    const desk = await createDesk();
    const bo = await desk.person({ displayName: 'Bo Ek' });
    desk.clock.advance(hour);
    const gone = desk.clock.now();
    desk.services.users.delete(desk.admin, { id: bo });
    const { entries } = await asked(desk, desk.siteId, moment(gone - 1));
    expect(entries.at(-1)).toMatchObject({
      userId: bo,
      name: null,
      email: null,
      ended: { kind: 'deleted', at: gone },
    });
    expect((await asked(desk, desk.siteId, moment(gone))).people).toBe(1);
  });

  it('a site has its own beginning and end, and the name of that time', async () => {
    const desk = await createDesk();
    const { sites } = desk.services;
    const bo = await desk.person({ displayName: 'Bo' });
    desk.clock.advance(day);
    const made = desk.clock.now();
    const north = desk.site('North Gate');
    desk.clock.advance(day);
    const moved = desk.clock.now();
    await edit(desk, bo, { siteIds: [north] });
    sites.rename(desk.admin, { id: north, version: 1, name: 'South Gate' });
    desk.clock.advance(day);
    const closed = desk.clock.now();
    sites.archive(desk.admin, { id: north, version: 2, moveTo: desk.siteId, invitations: null });

    expect(await asked(desk, north, moment(made - 1))).toMatchObject({ people: 0, site: { openFrom: made } });
    const early = await asked(desk, north, moment(made));
    expect(early).toMatchObject({ people: 1, site: { name: 'North Gate', nameNow: 'South Gate' } });
    expect(early.entries[0]).toMatchObject({ from: made, granted: { kind: 'setUp' } });
    expect(early.entries[0]?.ended).toMatchObject({
      kind: 'siteArchived',
      at: closed,
      by: { name: 'Ada Lindqvist' },
    });
    const late = await asked(desk, north, moment(closed - 1));
    expect(late.entries[1]).toMatchObject({
      userId: bo,
      granted: { at: moved },
      ended: { kind: 'siteArchived', at: closed },
    });
    expect(await asked(desk, north, moment(closed))).toMatchObject({
      people: 0,
      site: { openUntil: closed },
    });
    const back = (await asked(desk, desk.siteId, moment(closed))).entries.find(({ userId }) => userId === bo);
    expect(back?.granted).toMatchObject({ kind: 'moved', at: closed });
  });

  it('before the set-up and in the time to come there is nobody', async () => {
    const desk = await createDesk();
    const now = desk.clock.now();
    expect(await asked(desk, desk.siteId, moment(now - 1))).toMatchObject({ people: 0, begun: now });
    expect(await asked(desk, null, moment(now))).toMatchObject({ people: 1 });
    expect(await asked(desk, null, moment(now + 1))).toMatchObject({ people: 0 });
    await refused(() => asked(desk, desk.admin.userId, moment(now)), 'site.not_found');
  });

  it('of all sites: people with one there once for each, people with all of them once', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    await desk.person({ displayName: 'Bo', siteIds: [desk.siteId, north], role: 'site_admin' });
    const { entries, people, total } = await asked(desk, null, moment(desk.clock.now()));
    expect([people, total]).toEqual([2, 3]);
    expect(entries.map(({ name, site }) => [name, site?.name ?? null])).toEqual([
      ['Ada Lindqvist', null],
      ['Bo', 'Harbour House'],
      ['Bo', 'North Gate'],
    ]);
  });

  it('says that a Site-Admin did it, by delegation', async () => {
    const desk = await createDesk();
    secure(desk, { delegation: true });
    const sam = await desk.actor({ role: 'site_admin', displayName: 'Sam' });
    const { users } = desk.services;
    const password = 'twelve brass lamps';
    const given = { role: 'member' as const, siteIds: [desk.siteId], password, mustChangePassword: true };
    const email = 'nia@marina.example';
    await users.create(sam, { email, displayName: 'Nia', ...given, removeInvitationId: null });
    const { entries } = await asked(desk, desk.siteId, moment(desk.clock.now()));
    expect(entries.find(({ name }) => name === 'Nia')?.granted.by).toEqual({
      id: sam.userId,
      name: 'Sam',
      role: 'site_admin',
    });
  });
});

describe('a Site-Admin with delegated administration', () => {
  it('asks about their own sites, and learns no address of who isn’t in their lists', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    secure(desk, { delegation: true });
    const sam = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId], displayName: 'Sam' });
    await desk.person({ displayName: 'Far', siteIds: [north], email: 'far@marina.example' });
    const now = moment(desk.clock.now());
    await refused(() => asked(desk, north, now, sam), 'site.not_found');
    const mine = await asked(desk, null, now, sam);
    expect(mine.entries.map(({ name, email }) => [name, email])).toEqual([
      ['Ada Lindqvist', null],
      ['Sam', 'person1@marina.example'],
    ]);
  });
});

describe('two desks whose changes met later', () => {
  it('each column is what was written last by the clock they share', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const bo = await desk.person({ displayName: 'Bo' });
    const begin = desk.clock.now();
    desk.clock.advance(2 * hour);
    await edit(desk, bo, { siteIds: [desk.siteId, north] });
    const here = desk.clock.now();
    // Pulled an hour later: another desk had made them a Site-Admin before, and this desk didn't know.
    desk.clock.advance(hour);
    const reading = formatHlc(begin + hour, 0, 'another-desk');
    const client = desk.db.client;
    client
      .prepare(
        `insert into change_op (op_id, txn_id, tbl, pk, patch, base, hlc, actor_id)
         values ('op', 'txn', 'user', ?, '{"role":"site_admin"}', '{}', ?, ?)`,
      )
      .run(bo, reading, desk.admin.userId);
    client
      .prepare(`update user set role = 'site_admin', ver = json_set(ver, '$.role', ?) where id = ?`)
      .run(reading, bo);
    const roleAt = async (siteId: string, at: number) =>
      (await asked(desk, siteId, moment(at))).entries.find(({ userId }) => userId === bo)?.role;
    expect(await roleAt(desk.siteId, begin + hour - 1)).toBe('member');
    expect(await roleAt(desk.siteId, begin + hour)).toBe('site_admin');
    expect(await roleAt(north, here - 1)).toBeUndefined();
    expect(await roleAt(north, here)).toBe('site_admin');
  });
});

describe('an answer', () => {
  it('comes in pages, found once, and anew when something has changed', async () => {
    const desk = await createDesk();
    for (let n = 0; n < 5; n += 1) await desk.person({ displayName: `Bo ${n}` });
    const window = moment(desk.clock.now());
    const page = (offset: number) =>
      desk.services.accessHistory.page(desk.admin, {
        siteId: desk.siteId,
        ...window,
        text: '',
        offset,
        limit: 4,
      });
    const names = [...(await page(0)).entries, ...(await page(4)).entries].map(({ name }) => name);
    expect(names).toEqual(['Ada Lindqvist', 'Bo 0', 'Bo 1', 'Bo 2', 'Bo 3', 'Bo 4']);
    await desk.person({ displayName: 'Cid' });
    expect((await page(4)).total).toBe(7);
  });

  it('is searched by name and address, but not by an address that isn’t shown', async () => {
    const desk = await createDesk();
    secure(desk, { delegation: true });
    const sam = await desk.actor({ role: 'site_admin', displayName: 'Sam', email: 'quist@marina.example' });
    await desk.person({ displayName: 'Åsa Blom', email: 'blom@marina.example' });
    const find = async (text: string, by: Actor) => {
      const input = { siteId: desk.siteId, ...moment(desk.clock.now()), text, offset: 0, limit: 50 };
      const page = await desk.services.accessHistory.page(by, input);
      return [page.people, page.total, ...page.entries.map(({ name }) => name)];
    };
    expect(await find('asa b', desk.admin)).toEqual([3, 1, 'Åsa Blom']);
    expect(await find('QUIST', desk.admin)).toEqual([3, 1, 'Sam']);
    expect(await find('ada@', desk.admin)).toEqual([3, 1, 'Ada Lindqvist']);
    expect(await find('ada@', sam)).toEqual([3, 0]);
    expect(await find('harbour', desk.admin)).toEqual([3, 0]);
  });

  it('is noted once per session, its export each time, as text that no spreadsheet runs', async () => {
    const desk = await createDesk();
    await desk.person({ displayName: '=2+3', email: 'bo@marina.example' });
    const now = desk.clock.now();
    await asked(desk, desk.siteId, moment(now));
    await asked(desk, null, moment(now));
    expect(auditOf(desk.db, 'audit.read_access')).toHaveLength(1);
    const file = memoryFile();
    const question = { siteId: desk.siteId, from: now, before: now + minute };
    const job = { signal: new AbortController().signal, progress: () => undefined };
    await desk.services.accessHistory.export(desk.admin, question, file, job);
    const [, bo, ada] = file.text()?.split('\r\n') ?? [];
    expect(bo).toContain(
      `"'=2+3","bo@marina.example","member","site","Harbour House","${new Date(now).toISOString()}"`,
    );
    expect(ada).toContain('"Ada Lindqvist","ada@marina.example","tenant_admin","organisation"');
    expect(auditOf(desk.db, 'audit.export_access')).toMatchObject([
      { data: { entries: 2, from: now, before: now + minute, site: 'Harbour House' } },
    ]);
  });

  it('that is stopped leaves no file', async () => {
    const desk = await createDesk();
    const file = memoryFile();
    const abort = new AbortController();
    abort.abort();
    const now = desk.clock.now();
    const job = { signal: abort.signal, progress: () => undefined };
    const question = { siteId: null, from: now, before: now + 1 };
    await refused(
      () => desk.services.accessHistory.export(desk.admin, question, file, job),
      'audit.cancelled',
    );
    expect(file.text()).toBeNull();
    expect(auditOf(desk.db, 'audit.export_access')).toEqual([]);
  });

  it('reads no table through', async () => {
    const { db } = await createDesk();
    const plan = (sql: string) =>
      db.client
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...Array.from({ length: sql.split('?').length - 1 }, () => ''))
        .map(({ detail }) => detail);
    for (const sql of [heldLinks, endedLinks, operationsOf, entriesAfter]) {
      expect(plan(sql).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
    }
    // The few who ever were, by an index of nobody else.
    expect(plan(everAdministrators).join('\n')).toContain('change_op_to_all_sites');
  });
});
