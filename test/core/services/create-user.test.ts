import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, day, hour, ownPassword, temporaryPassword } from './desk';
import { auditOf, everything, refused } from './observe';

function wanted(desk: Desk, overrides: object = {}) {
  return {
    email: 'Bo.Ek@Marina.example',
    displayName: 'Bo Ek',
    role: 'member' as const,
    siteIds: [desk.siteId],
    password: temporaryPassword,
    mustChangePassword: true,
    removeInvitationId: null,
    ...overrides,
  };
}

describe('creating a person', () => {
  it('makes an active account with a temporary password good for 72 hours', async () => {
    const desk = await createDesk();
    const { id } = await desk.services.users.create(desk.admin, wanted(desk));
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      email: 'Bo.Ek@Marina.example',
      displayName: 'Bo Ek',
      status: 'active',
      role: 'member',
      sites: [{ id: desk.siteId, name: 'Harbour House' }],
      otherSites: 0,
      lastActivityAt: null,
      passwordDue: true,
      temporaryPasswordExpiresAt: desk.clock.now() + 72 * hour,
    });
    await expect(desk.signIn('bo.ek@marina.example', temporaryPassword)).resolves.toMatchObject({
      passwordDue: true,
    });
  });

  it('leaves the password to the person when no change is asked for', async () => {
    const desk = await createDesk();
    await desk.services.users.create(
      desk.admin,
      wanted(desk, { mustChangePassword: false, password: ownPassword }),
    );
    await expect(desk.signIn('bo.ek@marina.example')).resolves.toMatchObject({ passwordDue: false });
  });

  it('shows in the list, tells the windows and is audited by human names', async () => {
    const desk = await createDesk();
    const { id } = await desk.services.users.create(desk.admin, wanted(desk));
    expect(desk.services.directory.statistics(desk.admin).users.total).toBe(2);
    expect(desk.announced).toContainEqual({ kind: 'directory' });
    expect(auditOf(desk.db, 'user.create').at(-1)).toEqual({
      action: 'user.create',
      outcome: 'done',
      actorId: desk.admin.userId,
      subjectId: id,
      data: {
        email: 'Bo.Ek@Marina.example',
        displayName: 'Bo Ek',
        role: 'member',
        sites: [{ id: desk.siteId, name: 'Harbour House' }],
        mustChangePassword: true,
        actorName: 'Ada Lindqvist',
        subjectName: 'Bo Ek',
      },
    });
  });

  it('gives a Tenant-Admin no sites, whatever was sent', async () => {
    const desk = await createDesk();
    const { id } = await desk.services.users.create(desk.admin, wanted(desk, { role: 'tenant_admin' }));
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({ role: 'tenant_admin', sites: [] });
  });

  it.each([
    ['needs a site', { siteIds: [] }, 'role.needs_site'],
    ['needs a site that exists', { siteIds: ['00000000-0000-7000-8000-000000000000'] }, 'site.not_found'],
    [
      'refuses the person’s own name in the password',
      { displayName: 'Kim Ferns', password: 'quiet ferns here' },
      'password.contains_context',
    ],
    [
      'refuses the site’s name in the password',
      { password: 'harbour lights 9' },
      'password.contains_context',
    ],
    [
      'refuses part of the address in the password',
      { email: 'kestrel@marina.example', password: 'my kestrel flies' },
      'password.contains_context',
    ],
    ['refuses a short password', { password: 'short' }, 'password.too_short'],
    ['refuses what is no address', { email: 'bo@@marina.example' }, 'email.invalid'],
  ] as const)('%s, and leaves nothing behind', async (_name, overrides, code) => {
    const desk = await createDesk();
    const before = everything(desk.db);
    await refused(() => desk.services.users.create(desk.admin, wanted(desk, overrides)), code);
    expect(everything(desk.db)).toEqual(before);
  });

  it('refuses an archived site by name', async () => {
    const desk = await createDesk();
    const closed = desk.site('Old Pier');
    desk.services.sites.archive(desk.admin, { id: closed, version: 1, moveTo: null, invitations: null });
    await refused(
      () => desk.services.users.create(desk.admin, wanted(desk, { siteIds: [closed] })),
      'site.archived',
      {
        name: 'Old Pier',
      },
    );
  });

  it('takes several sites in Three roles, one in Two, where there is no Site-Admin', async () => {
    const three = await createDesk();
    const sites = [three.siteId, three.site('North Gate')];
    const { id } = await three.services.users.create(
      three.admin,
      wanted(three, { siteIds: [...sites, sites[0]] }),
    );
    expect(three.services.users.get(three.admin, { id }).sites.map((site) => site.name)).toEqual([
      'Harbour House',
      'North Gate',
    ]);

    const two = await createDesk({ roleModel: 'two' });
    const both = [two.siteId, two.site('North Gate')];
    await refused(
      () => two.services.users.create(two.admin, wanted(two, { siteIds: both })),
      'role.one_site_only',
    );
    await refused(
      () => two.services.users.create(two.admin, wanted(two, { role: 'site_admin' })),
      'role.not_available',
      {
        role: 'site_admin',
      },
    );
  });
});

describe('an address', () => {
  it('is unique over active and inactive people, however it is written', async () => {
    const desk = await createDesk();
    const userId = await desk.person({ email: 'Bo.Ek@Marina.example' });
    const again = () =>
      desk.services.users.create(desk.admin, wanted(desk, { email: ' BO.EK@marina.EXAMPLE' }));
    await refused(again, 'user.email_taken', { userId, email: 'Bo.Ek@Marina.example' });
    desk.services.users.deactivate(desk.admin, { id: userId });
    await refused(again, 'user.email_inactive', { userId, email: 'Bo.Ek@Marina.example' });
  });

  it('goes to one of two who ask at the same time', async () => {
    const desk = await createDesk();
    const results = await Promise.allSettled([
      desk.services.users.create(desk.admin, wanted(desk)),
      desk.services.users.create(desk.admin, wanted(desk)),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
  });

  it('under a pending invitation is refused until the administrator has it removed in the same act', async () => {
    const desk = await createDesk();
    const { users, invitations } = desk.services;
    const ready = invitations.create(desk.admin, {
      email: 'bo.ek@marina.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    await refused(() => users.create(desk.admin, wanted(desk)), 'user.email_invited', {
      invitationId: ready.id,
      email: 'bo.ek@marina.example',
    });
    const other = '00000000-0000-7000-8000-000000000000';
    await refused(
      () => users.create(desk.admin, wanted(desk, { removeInvitationId: other })),
      'user.email_invited',
    );

    await users.create(desk.admin, wanted(desk, { removeInvitationId: ready.id }));
    await refused(() => invitations.lookUp({ secret: ready.code }), 'invitation.dead');
    expect(desk.services.directory.statistics(desk.admin).pending.total).toBe(0);
    expect(auditOf(desk.db, 'invitation.remove')[0]?.data).toMatchObject({ reason: 'account_created' });
  });

  it('keeps its invitation when the creation fails after all', async () => {
    const desk = await createDesk();
    const { users, invitations } = desk.services;
    const ready = invitations.create(desk.admin, {
      email: 'bo.ek@marina.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    const before = everything(desk.db);
    const act = () =>
      users.create(desk.admin, wanted(desk, { removeInvitationId: ready.id, password: 'harbour lights 9' }));
    await refused(act, 'password.contains_context');
    expect(everything(desk.db)).toEqual(before);
  });

  it('under an expired invitation is free: the invitation gives way by itself', async () => {
    const desk = await createDesk();
    const { users, invitations } = desk.services;
    const ready = invitations.create(desk.admin, {
      email: 'bo.ek@marina.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    desk.clock.advance(7 * day - 1);
    const admin = { ...desk.admin, sessionId: desk.services.sessions.startFor(desk.admin.userId).sessionId };
    await refused(() => users.create(admin, wanted(desk)), 'user.email_invited');
    desk.clock.advance(1);
    await users.create(admin, wanted(desk));
    await refused(() => invitations.lookUp({ secret: ready.link }), 'invitation.dead');
  });
});

describe('a generated password', () => {
  it('fits the policy and is another each time', async () => {
    const desk = await createDesk();
    const made = Array.from(
      { length: 50 },
      () => desk.services.users.generatePassword(desk.admin, {}).password,
    );
    expect(new Set(made).size).toBe(50);
    for (const password of made)
      expect(password).toMatch(/^([b-df-hj-kmnp-tv-xz2-9]{4}-){3}[b-df-hj-kmnp-tv-xz2-9]{4}$/);
    const [password = ''] = made;
    await desk.services.users.create(desk.admin, wanted(desk, { password }));
    await expect(desk.signIn('bo.ek@marina.example', password)).resolves.toMatchObject({ passwordDue: true });
  });
});
