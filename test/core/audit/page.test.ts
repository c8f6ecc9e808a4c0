import { describe, expect, it } from 'vitest';
import type { AuditFilter, AuditPage } from '../../../core/contract/audit';
import type { Actor } from '../../../core/services/actor';
import { entryPage } from '../../../core/services/audit-log/entry-page';
import { behindTheBack } from '../../support/tamper';
import { createDesk, type Desk, day, minute, temporaryPassword } from '../services/desk';
import { auditOf } from '../services/observe';
import { secure } from '../services/settings';

const everything: AuditFilter = {
  actorId: null,
  subjectId: null,
  topic: null,
  siteId: null,
  from: null,
  before: null,
  text: '',
};

const ask = (desk: Desk, filter: Partial<AuditFilter> = {}, by: Actor = desk.admin): Promise<AuditPage> =>
  entryPage({ db: desk.db })(by, { filter: { ...everything, ...filter }, after: null, limit: 200 });

const actionsOf = async (page: Promise<AuditPage>) => (await page).entries.map(({ action }) => action);

/** Nordic names, two sites, some acts. */
async function busyDesk() {
  const desk = await createDesk();
  const north = desk.site('North Gate');
  const eve = await desk.actor({ role: 'tenant_admin', displayName: 'Eve Adams' });
  const asa = await desk.person({ email: 'asa@marina.example', displayName: 'Åsa Blom', siteIds: [north] });
  await desk.services.users.resetPassword(eve, { id: asa, password: temporaryPassword });
  desk.clock.advance(day);
  desk.services.auditLog.denied(eve, { route: 'users.delete', reason: 'user.self' });
  desk.services.invitations.create(eve, {
    email: 'cid@marina.example',
    role: 'member',
    siteIds: [desk.siteId],
  });
  desk.services.sites.rename(desk.admin, { id: north, version: 1, name: 'South Gate' });
  desk.services.users.deactivate(desk.admin, { id: asa });
  return { desk, north, eve, asa };
}

describe('the log, page by page', () => {
  it('tells newest first who did what to whom, where, from what to what, by the names of the time', async () => {
    const { desk, north, asa } = await busyDesk();
    const [deactivated, renamed, invited, refused, reset] = (await ask(desk)).entries;
    const ada = { id: desk.admin.userId, name: 'Ada Lindqvist' };
    expect(deactivated).toMatchObject({
      action: 'user.deactivate',
      at: desk.clock.now(),
      actor: ada,
      subject: { type: 'user', id: asa, name: 'Åsa Blom' },
      site: null,
      changes: [
        { field: 'role', before: 'member', after: null },
        { field: 'sites', before: 'South Gate', after: null },
        { field: 'status', before: 'active', after: 'inactive' },
      ],
      facts: [{ name: 'sessionsEnded', value: '0' }],
      deskId: desk.db.deskId,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(renamed).toMatchObject({
      action: 'site.rename',
      subject: { type: 'site', id: north, name: 'South Gate' },
      site: { id: north, name: 'South Gate' },
      changes: [{ field: 'name', before: 'North Gate', after: 'South Gate' }],
    });
    expect(invited).toMatchObject({ action: 'invitation.create', subject: { name: 'cid@marina.example' } });
    expect(refused).toMatchObject({
      action: 'access.denied',
      outcome: 'denied',
      facts: [
        { name: 'reason', value: 'user.self' },
        { name: 'route', value: 'users.delete' },
      ],
    });
    expect(reset).toMatchObject({ action: 'user.reset_password', actor: { name: 'Eve Adams' } });
  });

  it('goes on where the page before ended, to the first entry there is', async () => {
    const { desk } = await busyDesk();
    const all = (await ask(desk)).entries.map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: AuditPage = await entryPage({ db: desk.db })(desk.admin, {
        filter: everything,
        after,
        limit: 3,
      });
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(all);
    expect(all).toHaveLength(auditOf(desk.db).length);
  });

  it('says how far back it has looked when it stops before the page is full', async () => {
    const { desk } = await busyDesk();
    const look = entryPage({ db: desk.db }, 3);
    const query = { filter: { ...everything, text: 'Harbour House' }, limit: 50 };
    const first = await look(desk.admin, { ...query, after: null });
    expect(first).toMatchObject({ searchedTo: desk.clock.now(), next: expect.any(String) });
    let found = first.entries.length;
    let after = first.next;
    while (after !== null) {
      const page: AuditPage = await look(desk.admin, { ...query, after });
      found += page.entries.length;
      after = page.next;
    }
    expect(found).toBe((await ask(desk, { text: 'Harbour House' })).entries.length);
    expect(found).toBeGreaterThan(0);
  });

  it('merges the desks by the clock they share', async () => {
    const { desk } = await busyDesk();
    behindTheBack(
      desk.db,
      `create temp table twin as select * from audit_event;
       update twin set desk_id = 'other', id = 'x' || id, hlc = substr(hlc, 1, 16) || '-other', at = at + 1;
       insert into audit_event select * from twin; drop table twin`,
    );
    const naive = desk.db
      .statement<{ id: string }>('select id from audit_event order by hlc desc')
      .all()
      .map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: AuditPage = await entryPage({ db: desk.db })(desk.admin, {
        filter: everything,
        after,
        limit: 4,
      });
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(naive);
  });
});

describe('filters', () => {
  it('who', async () => {
    const { desk, eve } = await busyDesk();
    expect(await actionsOf(ask(desk, { actorId: eve.userId }))).toEqual([
      'invitation.create',
      'access.denied',
      'user.reset_password',
      'session.sign_in',
    ]);
  });

  it('whom, with the invitations that brought them', async () => {
    const { desk, asa } = await busyDesk();
    desk.services.invitations.create(desk.admin, {
      email: 'asa@marina.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    expect(await actionsOf(ask(desk, { subjectId: asa }))).toEqual([
      'invitation.create',
      'user.deactivate',
      'user.reset_password',
      'user.create',
    ]);
  });

  it('what, and what was refused', async () => {
    const { desk } = await busyDesk();
    expect(await actionsOf(ask(desk, { topic: 'sites' }))).toEqual([
      'site.rename',
      'site.create',
      'site.create',
    ]);
    expect(await actionsOf(ask(desk, { topic: 'denied' }))).toEqual(['access.denied']);
  });

  it('site: at it, to it, or naming it', async () => {
    const { desk, north } = await busyDesk();
    expect(await actionsOf(ask(desk, { siteId: north }))).toEqual([
      'user.deactivate',
      'site.rename',
      'user.create',
      'site.create',
    ]);
  });

  it('time: from a moment on, before another', async () => {
    const { desk } = await busyDesk();
    const today = desk.clock.now();
    expect((await ask(desk, { from: today })).entries).toHaveLength(4);
    expect((await ask(desk, { from: today - day, before: today })).entries).toHaveLength(
      auditOf(desk.db).length - 4,
    );
    expect((await ask(desk, { from: today + 1 })).entries).toEqual([]);
    expect((await ask(desk, { before: today - minute, from: today - minute })).entries).toEqual([]);
  });

  it('text: in names and facts, whatever its case and accents, erased ones no more', async () => {
    const { desk, asa } = await busyDesk();
    expect(await actionsOf(ask(desk, { text: 'ASA bl' }))).toEqual([
      'user.deactivate',
      'user.reset_password',
      'user.create',
    ]);
    expect(await actionsOf(ask(desk, { text: 'south' }))).toEqual(['user.deactivate', 'site.rename']);
    desk.services.users.delete(desk.admin, { id: asa });
    expect(await actionsOf(ask(desk, { text: 'ASA bl' }))).toEqual([]);
  });
});

describe('a Site-Admin with delegated administration', () => {
  async function delegated() {
    const busy = await busyDesk();
    secure(busy.desk, { delegation: true });
    const both = await busy.desk.person({ displayName: 'Bo Both', siteIds: [busy.desk.siteId, busy.north] });
    const sam = await busy.desk.actor({ role: 'site_admin', displayName: 'Sam Site' });
    return { ...busy, both, sam };
  }

  it('sees what concerns their sites and their people, nothing else', async () => {
    const { desk, sam, both } = await delegated();
    const { entries } = await ask(desk, {}, sam);
    const about = new Set(entries.map(({ subject }) => subject?.id));
    expect(about).toContain(both);
    expect(about).toContain(desk.siteId);
    expect(entries.map(({ action }) => action)).not.toContain('organisation.create');
    expect(entries.map(({ action }) => action)).not.toContain('security.update');
    expect(JSON.stringify(entries)).not.toMatch(/Gate|Åsa/);
  });

  it('sees other sites counted, and no facts', async () => {
    const { desk, sam, both } = await delegated();
    const [created] = (await ask(desk, { subjectId: both }, sam)).entries;
    expect(created?.changes).toContainEqual({ field: 'sites', before: null, after: 'Harbour House, +1' });
    expect(created?.facts).toEqual([]);
  });

  it('sees what a site of theirs was called before', async () => {
    const { desk, sam } = await delegated();
    desk.services.sites.rename(desk.admin, { id: desk.siteId, version: 1, name: 'Harbour Hall' });
    const [renamed] = (await ask(desk, { topic: 'sites' }, sam)).entries;
    expect(renamed?.changes).toEqual([{ field: 'name', before: 'Harbour House', after: 'Harbour Hall' }]);
  });

  it('finds nothing by searching for what they aren’t shown', async () => {
    const { desk, sam, north, asa } = await delegated();
    expect((await ask(desk, { text: 'gate' }, sam)).entries).toEqual([]);
    expect((await ask(desk, { siteId: north }, sam)).entries).toEqual([]);
    expect((await ask(desk, { subjectId: asa }, sam)).entries).toEqual([]);
  });
});

describe('looking into the log', () => {
  it('is noted, once a session', async () => {
    const { desk, eve } = await busyDesk();
    const input = { filter: everything, after: null, limit: 10 };
    for (const actor of [eve, desk.admin, eve]) await desk.services.auditLog.page(actor, input);
    expect(auditOf(desk.db, 'audit.read').map(({ actorId }) => actorId)).toEqual([
      eve.userId,
      desk.admin.userId,
    ]);
  });
});
