import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../core/contract/users';
import type { Actor } from '../../../core/services/actor';
import { historyPage } from '../../../core/services/users/user-history';
import { actorOf, createDesk, type Desk, day, ownPassword, temporaryPassword } from './desk';
import { refused } from './observe';

const email = 'bo@marina.example';

function history(desk: Desk, id: string, by: Actor = desk.admin): HistoryEntry[] {
  return desk.services.users.history(by, { id, before: null, limit: 100 }).entries;
}

function edit(desk: Desk, id: string, wanted: { displayName?: string; siteIds: string[] }) {
  const { version, displayName } = desk.services.users.get(desk.admin, { id });
  const given = { displayName, role: 'member' as const, applyNow: false, currentPassword: null, ...wanted };
  return desk.services.users.update(desk.admin, { id, version, ...given });
}

describe('a person’s history', () => {
  it('tells newest first who did what, from what to what, by the names of the time', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const { users } = desk.services;
    const id = await desk.person({ email, displayName: 'Bo Ek' });
    await edit(desk, id, { displayName: 'Bo Eriksen', siteIds: [desk.siteId, north] });
    desk.services.sites.rename(desk.admin, { id: north, version: 1, name: 'South Gate' });
    const { version } = users.get(desk.admin, { id });
    const leavesAt = desk.clock.now() + day;
    const next = users.setEndDate(desk.admin, { id, version, leavesAt });
    users.changeEmail(desk.admin, { id, version: next.version, email: 'bo.e@marina.example' });
    desk.clock.set(leavesAt);
    desk.services.due.run();
    const actor = { id: desk.admin.userId, name: 'Ada Lindqvist' };
    expect(history(desk, id)).toMatchObject([
      {
        action: 'user.deactivate',
        outcome: 'done',
        at: leavesAt,
        actor: null,
        changes: [
          { field: 'role', before: 'member', after: null },
          { field: 'sites', before: 'Harbour House, South Gate', after: null },
          { field: 'status', before: 'active', after: 'inactive' },
          { field: 'leavesAt', before: String(leavesAt), after: null },
        ],
      },
      {
        action: 'user.change_email',
        actor,
        changes: [{ field: 'email', before: email, after: 'bo.e@marina.example' }],
      },
      {
        action: 'user.set_end_date',
        changes: [{ field: 'leavesAt', before: null, after: String(leavesAt) }],
      },
      {
        action: 'user.update',
        changes: [
          { field: 'displayName', before: 'Bo Ek', after: 'Bo Eriksen' },
          { field: 'sites', before: 'Harbour House', after: 'Harbour House, North Gate' },
        ],
      },
      {
        action: 'user.create',
        changes: [
          { field: 'displayName', before: null, after: 'Bo Ek' },
          { field: 'email', before: null, after: email },
          { field: 'role', before: null, after: 'member' },
          { field: 'sites', before: null, after: 'Harbour House' },
        ],
      },
    ]);
  });

  it('names an actor as they were called then', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin', displayName: 'Eve Adams' });
    const id = await desk.person();
    await desk.services.users.resetPassword(eve, { id, password: temporaryPassword });
    await desk.services.users.update(desk.admin, {
      ...desk.services.users.get(desk.admin, { id: eve.userId }),
      displayName: 'Eve Zander',
      role: 'tenant_admin',
      siteIds: [],
      applyNow: false,
      currentPassword: null,
    });
    expect(history(desk, id)[0]).toMatchObject({ actor: { id: eve.userId, name: 'Eve Adams' } });
    expect(history(desk, eve.userId)[0]).toMatchObject({
      changes: [{ field: 'displayName', before: 'Eve Adams', after: 'Eve Zander' }],
    });
  });

  it('begins with the invitation they came by, and has the one that brought them back', async () => {
    const desk = await createDesk();
    const { invitations, users } = desk.services;
    const offer = { email, role: 'member' as const, siteIds: [desk.siteId] };
    const answer = { displayName: 'Bo', password: ownPassword };
    await invitations.accept({ secret: invitations.create(desk.admin, offer).code, ...answer });
    const { userId: id } = await desk.signIn(email);
    users.deactivate(desk.admin, { id });
    const { id: back } = invitations.create(desk.admin, offer);
    invitations.remove(desk.admin, { id: back });
    expect(history(desk, id).map((entry) => entry.action)).toEqual([
      'invitation.remove',
      'invitation.create',
      'user.deactivate',
      'session.sign_in',
      'invitation.accept',
      'user.create',
      'invitation.create',
    ]);
    // The removed one's address is erased; the one they accepted keeps it.
    const [removed, made] = history(desk, id);
    expect(removed?.changes).toEqual([]);
    expect(made?.changes).toContainEqual({ field: 'email', before: null, after: null });
  });

  it('comes in pages', async () => {
    const desk = await createDesk();
    const id = await desk.person();
    for (let n = 0; n < 4; n += 1) await edit(desk, id, { displayName: `Bo ${n}`, siteIds: [desk.siteId] });
    const all = history(desk, id).map((entry) => entry.id);
    expect(all).toHaveLength(5);
    const pages: string[] = [];
    let before: string | null = null;
    for (let more = true; more; ) {
      const page = desk.services.users.history(desk.admin, { id, before, limit: 2 });
      pages.push(...page.entries.map((entry) => entry.id));
      before = pages.at(-1) ?? null;
      more = page.more;
    }
    expect(pages).toEqual(all);
    const unknown = { id, before: '00000000-0000-7000-8000-000000000000', limit: 2 };
    expect(desk.services.users.history(desk.admin, unknown)).toEqual({ entries: [], more: false });
  });

  it('counts other sites for a reader of some, and is closed to one of none of the person’s', async () => {
    const desk = await createDesk();
    const [north, south] = [desk.site('North Gate'), desk.site('South Gate')];
    const id = await desk.person({ siteIds: [desk.siteId, north, south] });
    await edit(desk, id, { siteIds: [desk.siteId, north] });
    const near = await desk.actor({ role: 'site_admin' });
    const far = await desk.actor({ role: 'site_admin', siteIds: [south] });
    expect(history(desk, id, near).map((entry) => entry.changes.at(-1))).toEqual([
      { field: 'sites', before: 'Harbour House, +2', after: 'Harbour House, +1' },
      { field: 'sites', before: null, after: 'Harbour House, +2' },
    ]);
    await edit(desk, id, { siteIds: [desk.siteId, south] });
    expect(history(desk, id, near)[0]?.changes).toEqual([]);
    await edit(desk, id, { siteIds: [desk.siteId] });
    await refused(() => history(desk, id, far), 'user.not_found');
  });

  it('has what was tried in vain', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    await refused(() => desk.signIn(email, 'some wrong guess'), 'sign_in.refused');
    const own = actorOf(await desk.signIn(email));
    expect(own.userId).toBe(id);
    expect(history(desk, id).slice(0, 2)).toMatchObject([
      { action: 'session.sign_in', outcome: 'done', actor: { id } },
      { action: 'session.sign_in', outcome: 'denied', actor: null, changes: [] },
    ]);
  });
});

it('a page is read by the index of the person’s entries', async () => {
  const { db } = await createDesk();
  const plan = db.client.prepare<unknown[], { detail: string }>(`explain query plan ${historyPage}`);
  const steps = plan.all('[]', '', '', '~', 1).map((step) => step.detail);
  expect(steps[0]).toMatch(
    /^SEARCH audit_event USING INDEX audit_event_by_person \(subject_id=\? AND hlc<\?\)/,
  );
  expect(steps.join()).not.toMatch(/SCAN (?!json_each)/);
});
