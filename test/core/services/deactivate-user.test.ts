import { describe, expect, it } from 'vitest';
import { actorOf, createDesk, hour, ownPassword, temporaryPassword } from './desk';
import { auditOf, countOf, everything, named, refused } from './observe';

describe('deactivating a person', () => {
  it('ends every session at once, detaches role and sites and remembers them in the audit log', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ email: 'bo@marina.example', siteIds: [desk.siteId, north] });
    const held = [await desk.signIn('bo@marina.example'), await desk.signIn('bo@marina.example')];
    const sessionIds = held.map((session) => session.sessionId);

    desk.services.users.deactivate(desk.admin, { id });

    for (const sessionId of sessionIds) {
      expect(desk.services.sessions.check(sessionId)).toEqual({ live: false, why: 'deactivated' });
    }
    expect(desk.announced).toContainEqual({ kind: 'sessionsEnded', sessionIds, why: 'deactivated' });
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      status: 'inactive',
      role: null,
      sites: [],
      deactivatedAt: desk.clock.now(),
      openSessions: 0,
    });
    expect(auditOf(desk.db, 'user.deactivate').at(-1)).toMatchObject({
      actorId: desk.admin.userId,
      subjectId: id,
      data: {
        role: { before: 'member', after: null },
        sites: { before: named('Harbour House', 'North Gate'), after: [] },
        sessionsEnded: 2,
      },
    });
    // Tombstones, not deletions: another desk must learn of them.
    expect(countOf(desk.db, 'user_site where deleted_hlc is not null')).toBe(2);
  });

  it('says "inactive" at sign-in only after the right password', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    desk.services.users.deactivate(desk.admin, { id });
    await refused(() => desk.signIn('bo@marina.example', 'some wrong guess'), 'sign_in.refused');
    await refused(() => desk.signIn('bo@marina.example'), 'sign_in.inactive');
  });

  it('voids a temporary password', async () => {
    const desk = await createDesk();
    const id = await desk.person({ temporary: true });
    desk.services.users.deactivate(desk.admin, { id });
    const [row] = desk.db
      .statement<{ until: number }>('select temporary_expires_at as until from credential where id = ?')
      .all(id);
    expect(row?.until).toBe(desk.clock.now());
  });

  it('is refused for oneself, for the inactive and for strangers', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const id = await desk.person({ displayName: 'Bo Ek' });
    await refused(() => users.deactivate(desk.admin, { id: desk.admin.userId }), 'user.self', {
      act: 'deactivate',
    });
    users.deactivate(desk.admin, { id });
    await refused(() => users.deactivate(desk.admin, { id }), 'user.already_inactive', { name: 'Bo Ek' });
    const unknown = { id: '00000000-0000-7000-8000-000000000000' };
    await refused(() => users.deactivate(desk.admin, unknown), 'user.not_found');
  });

  it('of a Tenant-Admin leaves one who can sign in, also when two deactivate each other', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ email: 'eve@marina.example', role: 'tenant_admin' });
    desk.services.users.deactivate(eve, { id: desk.admin.userId });
    await refused(
      () => desk.services.users.deactivate(desk.admin, { id: eve.userId }),
      'access.session_required',
    );
    await expect(desk.signIn('eve@marina.example')).resolves.toMatchObject({
      grant: { role: 'tenant_admin' },
    });
  });

  it('never takes away the last Tenant-Admin with a password of their own', async () => {
    const desk = await createDesk();
    // A colleague whose password is temporary acts on a session from before it was reset: only the guard is left.
    const eve = await desk.actor({ role: 'tenant_admin' });
    desk.db.write(null, (tx) =>
      tx.update('credential', eve.userId, { mustChange: true, temporaryExpiresAt: tx.now }),
    );
    const before = everything(desk.db);
    const act = () => desk.services.users.deactivate(eve, { id: desk.admin.userId });
    await refused(act, 'user.last_admin', { name: 'Ada Lindqvist' });
    expect(everything(desk.db)).toEqual(before);
  });
});

describe('reactivating a person', () => {
  it('restores with the new role, sites and a temporary password, and revives nothing old', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ email: 'bo@marina.example' });
    const old = await desk.signIn('bo@marina.example');
    desk.services.users.deactivate(desk.admin, { id });
    const wanted = { id, role: 'site_admin' as const, siteIds: [north], password: temporaryPassword };
    const { expiresAt } = await desk.services.users.reactivate(desk.admin, wanted);

    expect(expiresAt).toBe(desk.clock.now() + 72 * hour);
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      status: 'active',
      role: 'site_admin',
      sites: [{ name: 'North Gate' }],
      deactivatedAt: null,
      passwordDue: true,
    });
    expect(desk.services.sessions.check(old.sessionId)).toEqual({ live: false, why: 'deactivated' });
    expect(desk.services.sessions.renew(old)).toBe(old);
    await refused(() => desk.signIn('bo@marina.example'), 'sign_in.refused');
    await expect(desk.signIn('bo@marina.example', temporaryPassword)).resolves.toMatchObject({
      passwordDue: true,
    });
    expect(auditOf(desk.db, 'user.reactivate').at(-1)?.data).toMatchObject({
      role: { before: null, after: 'site_admin' },
      sites: { before: [], after: named('North Gate') },
    });
  });

  it('takes a waiting invitation back with it, in the same transaction', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    desk.services.users.deactivate(desk.admin, { id });
    const ready = desk.services.invitations.create(desk.admin, {
      email: 'bo@marina.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    expect(desk.services.users.get(desk.admin, { id }).reactivation).toEqual({
      invitationId: ready.id,
      expiresAt: ready.expiresAt,
    });
    const wanted = { id, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword };
    await desk.services.users.reactivate(desk.admin, wanted);
    expect(desk.services.users.get(desk.admin, { id }).reactivation).toBeNull();
    await refused(() => desk.services.invitations.lookUp({ secret: ready.link }), 'invitation.dead');
    expect(auditOf(desk.db, 'invitation.remove').at(-1)?.data).toMatchObject({ reason: 'reactivated' });
  });

  it('is refused for active people, without a site, and with the password the person had', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const id = await desk.person({ displayName: 'Bo Ek' });
    const wanted = { id, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword };
    await refused(() => users.reactivate(desk.admin, wanted), 'user.already_active', { name: 'Bo Ek' });
    users.deactivate(desk.admin, { id });
    const before = everything(desk.db);
    await refused(() => users.reactivate(desk.admin, { ...wanted, siteIds: [] }), 'role.needs_site');
    await refused(
      () => users.reactivate(desk.admin, { ...wanted, password: ownPassword }),
      'password.reused',
    );
    expect(everything(desk.db)).toEqual(before);
  });

  it('lets a person who came back act by their new role only', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'eve@marina.example', role: 'tenant_admin' });
    desk.services.users.deactivate(desk.admin, { id });
    const wanted = { id, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword };
    await desk.services.users.reactivate(desk.admin, wanted);
    const eve = actorOf(await desk.signIn('eve@marina.example', temporaryPassword));
    await refused(() => desk.services.users.deactivate(eve, { id: desk.admin.userId }), 'access.denied');
  });
});
