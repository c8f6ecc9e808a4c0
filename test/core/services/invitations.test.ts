import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, day, hour } from './desk';
import { auditOf, countOf, everything, named, refused } from './observe';

const email = 'bo@marina.example';

function invite(
  desk: Desk,
  overrides: { email?: string; role?: 'tenant_admin' | 'site_admin' | 'member'; siteIds?: string[] } = {},
) {
  return desk.services.invitations.create(desk.admin, {
    email,
    role: 'member',
    siteIds: [desk.siteId],
    ...overrides,
  });
}

/** The administrator's session is renewed: time has passed. */
function later(desk: Desk, ms: number) {
  desk.clock.advance(ms);
  desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
}

describe('inviting', () => {
  it('answers a link and a code once and stores neither', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    expect(ready).toMatchObject({ email, expiresAt: desk.clock.now() + 168 * hour, reactivation: false });
    expect(ready.link).toMatch(/^atrium-desk:\/\/invitation\/[A-Za-z0-9_-]{43}$/);
    expect(ready.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const stored = JSON.stringify(everything(desk.db));
    expect(stored).not.toContain(ready.code);
    expect(stored).not.toContain(ready.code.replaceAll('-', ''));
    expect(stored).not.toContain(ready.link.split('/').at(-1));
  });

  it('makes other secrets each time', async () => {
    const desk = await createDesk();
    const made = Array.from({ length: 20 }, (_, n) => invite(desk, { email: `person${n}@marina.example` }));
    expect(new Set(made.map((ready) => ready.code)).size).toBe(20);
    expect(new Set(made.map((ready) => ready.link)).size).toBe(20);
  });

  it('says what it offers when it is made and resent, so that a slip needs no look at its code', async () => {
    const desk = await createDesk();
    const offer = { email, role: 'member', siteNames: ['Harbour House'] };
    const ready = invite(desk);
    expect(ready).toMatchObject(offer);
    expect(desk.services.invitations.resend(desk.admin, { id: ready.id })).toMatchObject(offer);
  });

  it('is looked up by code as it is typed and by link', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    const offer = {
      organisationName: 'Marina Group',
      email,
      role: 'member',
      siteNames: ['Harbour House'],
      displayName: null,
      expiresAt: ready.expiresAt,
    };
    const { lookUp } = desk.services.invitations;
    expect(lookUp({ secret: ready.code })).toEqual(offer);
    expect(lookUp({ secret: ` ${ready.code.toLowerCase().replaceAll('-', ' ')} ` })).toEqual(offer);
    expect(lookUp({ secret: ready.link })).toEqual(offer);
  });

  it('to an Admin takes no site, to a Member at least one', async () => {
    const desk = await createDesk();
    const ready = invite(desk, { role: 'tenant_admin' });
    expect(desk.services.invitations.lookUp({ secret: ready.code }).siteNames).toEqual([]);
    await refused(() => invite(desk, { email: 'eve@marina.example', siteIds: [] }), 'role.needs_site');
    const two = await createDesk({ roleModel: 'two' });
    await refused(() => invite(two, { siteIds: [two.siteId, two.site('North Gate')] }), 'role.one_site_only');
  });

  it('a pending address again is refused, offering to resend', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    const before = everything(desk.db);
    await refused(() => invite(desk, { email: ' BO@marina.example' }), 'invitation.already_pending', {
      invitationId: ready.id,
      email,
    });
    expect(everything(desk.db)).toEqual(before);
  });

  it('over an expired one replaces it: one row, the old code dead', async () => {
    const desk = await createDesk();
    const old = invite(desk);
    later(desk, 7 * day);
    const fresh = invite(desk);
    expect(fresh.id).not.toBe(old.id);
    expect(
      auditOf(desk.db)
        .slice(-2)
        .map((entry) => entry.action),
    ).toEqual(['invitation.remove', 'invitation.create']);
    await refused(() => desk.services.invitations.lookUp({ secret: old.code }), 'invitation.dead');
    expect(desk.services.directory.statistics(desk.admin)).toMatchObject({
      pending: { total: 1 },
      invitations: { expired: 0 },
    });
  });

  it('an active person is refused, naming the account', async () => {
    const desk = await createDesk();
    const userId = await desk.person({ email: 'Bo@Marina.example' });
    await refused(() => invite(desk), 'invitation.email_active', { userId, email: 'Bo@Marina.example' });
  });

  it('an inactive person is a reactivation, sent to the address the account has', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'Bo@Marina.example', displayName: 'Bo Ek' });
    desk.services.users.deactivate(desk.admin, { id });
    const ready = invite(desk);
    expect(ready).toMatchObject({ reactivation: true, email: 'Bo@Marina.example' });
    expect(desk.services.invitations.lookUp({ secret: ready.code }).displayName).toBe('Bo Ek');
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      status: 'inactive',
      reactivation: { invitationId: ready.id, expiresAt: ready.expiresAt },
    });
    // The person appears once.
    const { list } = desk.services.directory.page(desk.admin, {
      query: {
        kind: 'all',
        search: 'bo@',
        status: null,
        role: null,
        siteId: null,
        sort: 'email',
        direction: 'asc',
      },
      limit: 10,
    });
    expect(list.rows).toHaveLength(1);
    expect(list.rows[0]).toMatchObject({ id, status: 'inactive', reactivation: { invitationId: ready.id } });
  });
});

describe('resending', () => {
  it.each([
    ['a pending one', 2 * day],
    ['an expired one', 9 * day],
  ])('%s gives new secrets and seven more days; the old ones are dead', async (_name, age) => {
    const desk = await createDesk();
    const old = invite(desk);
    later(desk, age);
    const fresh = desk.services.invitations.resend(desk.admin, { id: old.id });
    expect(fresh).toMatchObject({ id: old.id, email, expiresAt: desk.clock.now() + 168 * hour });
    await refused(() => desk.services.invitations.lookUp({ secret: old.code }), 'invitation.dead');
    await refused(() => desk.services.invitations.lookUp({ secret: old.link }), 'invitation.dead');
    expect(desk.services.invitations.lookUp({ secret: fresh.code }).email).toBe(email);
    expect(auditOf(desk.db, 'invitation.resend').at(-1)?.data).toMatchObject({
      email,
      expiresAt: { before: old.expiresAt, after: fresh.expiresAt },
    });
  });

  it('makes the sender answerable: an invitation whose inviter left can be saved', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const ready = desk.services.invitations.create(eve, { email, role: 'member', siteIds: [desk.siteId] });
    desk.services.users.deactivate(desk.admin, { id: eve.userId });
    const accept = (secret: string) =>
      desk.services.invitations.accept({ secret, displayName: 'Bo Ek', password: 'seven quiet ferns' });
    await refused(() => accept(ready.code), 'invitation.inviter_gone');
    const fresh = desk.services.invitations.resend(desk.admin, { id: ready.id });
    await expect(accept(fresh.code)).resolves.toEqual({ email });
  });

  it('and removing are refused once accepted, and for what is gone', async () => {
    const desk = await createDesk();
    const { invitations } = desk.services;
    const accepted = invite(desk);
    await invitations.accept({ secret: accepted.code, displayName: 'Bo Ek', password: 'seven quiet ferns' });
    const removed = invite(desk, { email: 'eve@marina.example' });
    invitations.remove(desk.admin, { id: removed.id });
    for (const act of [invitations.resend, invitations.remove]) {
      await refused(() => act(desk.admin, { id: accepted.id }), 'invitation.accepted', { email });
      await refused(() => act(desk.admin, { id: removed.id }), 'invitation.not_found');
    }
  });
});

describe('removing', () => {
  it.each([
    ['a pending one', 0],
    ['an expired one', 8 * day],
  ])('%s is for good: address and secrets are blanked, an anonymous tombstone stays', async (_name, age) => {
    const desk = await createDesk();
    const ready = invite(desk);
    later(desk, age);
    desk.services.invitations.remove(desk.admin, { id: ready.id });

    await refused(() => desk.services.invitations.lookUp({ secret: ready.code }), 'invitation.dead');
    expect(desk.db.statement('select * from invitation').all()).toMatchObject([
      {
        id: ready.id,
        email: null,
        email_key: null,
        token_hash: null,
        code_hash: null,
        removed_at: desk.clock.now(),
      },
    ]);
    expect(countOf(desk.db, 'invitation_site where deleted_hlc is null')).toBe(0);
    expect(JSON.stringify(everything(desk.db))).not.toContain(email);
    expect(desk.services.directory.statistics(desk.admin)).toMatchObject({
      pending: { total: 0 },
      invitations: { expired: 0 },
    });
  });

  it('leaves the audit entries, which no longer say who was invited', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    desk.services.invitations.remove(desk.admin, { id: ready.id });
    expect(auditOf(desk.db).slice(-2)).toMatchObject([
      { action: 'invitation.create', subjectId: ready.id, data: { email: null, role: 'member' } },
      {
        action: 'invitation.remove',
        actorId: desk.admin.userId,
        data: { email: null, sites: named('Harbour House'), reason: 'removed' },
      },
    ]);
  });

  it('frees the address', async () => {
    const desk = await createDesk();
    desk.services.invitations.remove(desk.admin, { id: invite(desk).id });
    expect(invite(desk).reactivation).toBe(false);
  });
});
