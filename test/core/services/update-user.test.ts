import { describe, expect, it } from 'vitest';
import type { ParsedInput } from '../../../core/contract';
import { actorOf, createDesk, type Desk, minute, ownPassword } from './desk';
import { auditOf, everything, named, refused } from './observe';

type Edit = ParsedInput<'users.update'>;

/** The edit a dialog would send: what is stored now, but for what was changed in it. */
function edit(desk: Desk, id: string, changed: Partial<Edit> = {}): Edit {
  const { version, displayName, role, sites } = desk.services.users.get(desk.admin, { id });
  return {
    id,
    version,
    displayName,
    role: role ?? 'member',
    siteIds: sites.map((site) => site.id),
    applyNow: false,
    currentPassword: null,
    ...changed,
  };
}

describe('editing a person', () => {
  it('changes name, role and sites, and audits before and after by human names', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ displayName: 'Bo Ek' });
    const saved = await desk.services.users.update(
      desk.admin,
      edit(desk, id, { displayName: 'Bo Eriksen', role: 'site_admin', siteIds: [north] }),
    );
    const now = desk.services.users.get(desk.admin, { id });
    expect(now).toMatchObject({
      displayName: 'Bo Eriksen',
      role: 'site_admin',
      sites: [{ name: 'North Gate' }],
    });
    expect(saved.version).toBe(now.version);
    expect(auditOf(desk.db, 'user.update').at(-1)).toMatchObject({
      actorId: desk.admin.userId,
      subjectId: id,
      data: {
        displayName: { before: 'Bo Ek', after: 'Bo Eriksen' },
        role: { before: 'member', after: 'site_admin' },
        sites: { before: named('Harbour House'), after: named('North Gate') },
      },
    });
  });

  it('promoted to Tenant-Admin a person holds no single sites any more', async () => {
    const desk = await createDesk();
    const id = await desk.person();
    await desk.services.users.update(desk.admin, edit(desk, id, { role: 'tenant_admin' }));
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({ role: 'tenant_admin', sites: [] });
  });

  it('writes nothing when nothing differs', async () => {
    const desk = await createDesk();
    const id = await desk.person();
    const before = everything(desk.db);
    await desk.services.users.update(desk.admin, edit(desk, id));
    expect(everything(desk.db)).toEqual(before);
  });

  it('refuses a stale edit with the fields that differ and what stands there now', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ displayName: 'Bo Ek' });
    const stale = edit(desk, id, { displayName: 'Bo Eriksen' });
    await desk.services.users.update(
      desk.admin,
      edit(desk, id, { displayName: 'Bo Ekman', role: 'site_admin', siteIds: [north] }),
    );
    await refused(() => desk.services.users.update(desk.admin, stale), 'user.changed_meanwhile', {
      fields: [
        { field: 'displayName', current: 'Bo Ekman' },
        { field: 'role', current: 'site_admin' },
        { field: 'sites', current: 'North Gate' },
      ],
    });
  });

  it('notices a change of the sites alone, which leaves the person’s own row as it is', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person();
    const stale = edit(desk, id, { displayName: 'Somebody Else' });
    await desk.services.users.update(desk.admin, edit(desk, id, { siteIds: [desk.siteId, north] }));
    const { fields } = await refused(
      () => desk.services.users.update(desk.admin, stale),
      'user.changed_meanwhile',
    );
    expect(fields).toContainEqual({ field: 'sites', current: 'Harbour House, North Gate' });
  });

  it('is refused for inactive and unknown people', async () => {
    const desk = await createDesk();
    const id = await desk.person({ displayName: 'Bo Ek' });
    const change = edit(desk, id, { displayName: 'Bo Eriksen' });
    desk.services.users.deactivate(desk.admin, { id });
    await refused(() => desk.services.users.update(desk.admin, change), 'user.inactive', { name: 'Bo Ek' });
    const unknown = { ...change, id: '00000000-0000-7000-8000-000000000000' };
    await refused(() => desk.services.users.update(desk.admin, unknown), 'user.not_found');
  });

  it('is refused to a person who was demoted between asking and writing', async () => {
    const desk = await createDesk();
    const second = await desk.actor({ email: 'eve@marina.example', role: 'tenant_admin' });
    const id = await desk.person();
    const change = edit(desk, id, { displayName: 'New Name' });
    await desk.services.users.update(
      desk.admin,
      edit(desk, second.userId, { role: 'member', siteIds: [desk.siteId] }),
    );
    await refused(() => desk.services.users.update(second, change), 'access.denied', {
      resource: 'user',
      action: 'update',
    });
  });
});

describe('a changed role', () => {
  it('waits for the next token refresh: the old one at 14:59, the new one at 15:01', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    const held = await desk.signIn('bo@marina.example');
    await desk.services.users.update(desk.admin, edit(desk, id, { role: 'tenant_admin' }));

    desk.clock.advance(15 * minute - 1000);
    const early = desk.services.sessions.renew(held);
    expect(early).toBe(held);
    const { role, permissions } = desk.services.sessions.view(held);
    expect([role, permissions.includes('user.list')]).toEqual(['member', false]);
    // The stored role is known at once: writes ask for both.
    expect(desk.services.sessions.check(held.sessionId)).toMatchObject({
      live: true,
      storedRole: 'tenant_admin',
    });

    desk.clock.advance(2000);
    const renewed = desk.services.sessions.renew(held);
    expect(renewed?.grant).toMatchObject({ role: 'tenant_admin', siteIds: [] });
    expect(auditOf(desk.db, 'session.renew').at(-1)?.data).toMatchObject({
      role: { before: 'member', after: 'tenant_admin' },
    });
  });

  it('of a demoted person leaves the view but no administrative write from the first second', async () => {
    const desk = await createDesk();
    const second = await desk.actor({ role: 'tenant_admin' });
    await desk.services.users.update(
      desk.admin,
      edit(desk, second.userId, { role: 'member', siteIds: [desk.siteId] }),
    );
    expect(desk.services.directory.statistics(second).users.total).toBe(2);
    await refused(() => desk.services.sites.create(second, { name: 'Back Door' }), 'access.denied');
  });

  it('holds at once with "Apply now", which ends the person’s sessions', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    const held = await desk.signIn('bo@marina.example');
    await desk.services.users.update(desk.admin, edit(desk, id, { role: 'tenant_admin', applyNow: true }));
    expect(desk.services.sessions.check(held.sessionId)).toEqual({ live: false, why: 'applyNow' });
    expect(desk.announced).toContainEqual({
      kind: 'sessionsEnded',
      sessionIds: [held.sessionId],
      why: 'applyNow',
    });
    expect((await desk.signIn('bo@marina.example')).grant.role).toBe('tenant_admin');
  });

  it('applied now to oneself ends one’s own session too', async () => {
    const desk = await createDesk();
    await desk.services.users.update(desk.admin, edit(desk, desk.admin.userId, { applyNow: true }));
    expect(desk.services.sessions.check(desk.admin.sessionId)).toEqual({ live: false, why: 'applyNow' });
  });
});

describe('one’s own role', () => {
  const demoted = (desk: Desk, changed: Partial<Edit> = {}) =>
    edit(desk, desk.admin.userId, { role: 'member', siteIds: [desk.siteId], ...changed });

  it('can’t be given up by the only Tenant-Admin who can sign in', async () => {
    const desk = await createDesk();
    await desk.person({ role: 'tenant_admin', temporary: true });
    const before = everything(desk.db);
    const act = () => desk.services.users.update(desk.admin, demoted(desk, { currentPassword: ownPassword }));
    await refused(act, 'user.last_admin', { name: 'Ada Lindqvist' });
    expect(everything(desk.db)).toEqual(before);
  });

  it('is given up with the own password when another can take over', async () => {
    const desk = await createDesk();
    await desk.person({ role: 'tenant_admin' });
    await refused(() => desk.services.users.update(desk.admin, demoted(desk)), 'user.self_demotion_password');
    const wrong = () =>
      desk.services.users.update(desk.admin, demoted(desk, { currentPassword: 'not this one' }));
    await refused(wrong, 'sign_in.password_wrong');
    await desk.services.users.update(desk.admin, demoted(desk, { currentPassword: ownPassword }));
    expect(desk.services.sessions.check(desk.admin.sessionId)).toMatchObject({ storedRole: 'member' });
  });

  it('can’t be raised', async () => {
    const desk = await createDesk();
    await desk.person({ email: 'eve@marina.example', role: 'tenant_admin' });
    // Demoted, but with a grant that still says otherwise: the stored role decides.
    await desk.services.users.update(desk.admin, demoted(desk, { currentPassword: ownPassword }));
    const eve = actorOf(await desk.signIn('eve@marina.example'));
    const raise = { ...edit(desk, desk.admin.userId), role: 'tenant_admin' as const, siteIds: [] };
    await refused(() => desk.services.users.update(desk.admin, raise), 'access.denied');
    await desk.services.users.update(eve, raise);
    expect(desk.services.sessions.check(desk.admin.sessionId)).toMatchObject({ storedRole: 'tenant_admin' });
  });

  it('with two Tenant-Admins who demote each other at the same time one remains', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const results = await Promise.allSettled([
      desk.services.users.update(
        desk.admin,
        edit(desk, eve.userId, { role: 'member', siteIds: [desk.siteId] }),
      ),
      desk.services.users.update(eve, demoted(desk)),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('reading a person', () => {
  it('shows a Site-Admin the people of their sites, other sites as a number, and nobody else', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const south = desk.site('South Gate');
    const shared = await desk.person({ siteIds: [desk.siteId, north, south] });
    const foreign = await desk.person({ siteIds: [south] });
    const siteAdmin = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId] });
    const { users } = desk.services;
    expect(users.get(siteAdmin, { id: shared })).toMatchObject({
      sites: [{ name: 'Harbour House' }],
      otherSites: 2,
    });
    await refused(() => users.get(siteAdmin, { id: foreign }), 'user.not_found');
    await refused(() => users.get(siteAdmin, { id: desk.admin.userId }), 'user.not_found');
  });

  it('counts the sessions a deactivation would end', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    await desk.signIn('bo@marina.example');
    const second = await desk.signIn('bo@marina.example');
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      openSessions: 2,
      lastSignInAt: desk.clock.now(),
    });
    desk.services.sessions.end(second.sessionId, 'signedOut');
    expect(desk.services.users.get(desk.admin, { id }).openSessions).toBe(1);
  });
});
