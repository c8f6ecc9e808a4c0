import { describe, expect, it } from 'vitest';
import type { Role } from '../../../core/domain/role';
import type { ErrorCode, ErrorData } from '../../../core/errors/catalogue';
import { givenLicence } from '../../support/licence/development';
import { createDesk, type Desk, hour, minute, ownPassword } from './desk';
import { auditOf, countOf, everything, named, refused } from './observe';

const email = 'bo@marina.example';
const wrongCode = '0000-0000-0000';

function invite(
  desk: Desk,
  overrides: { role?: 'tenant_admin' | 'site_admin' | 'member'; siteIds?: string[] } = {},
) {
  return desk.services.invitations.create(desk.admin, {
    email,
    role: 'member',
    siteIds: [desk.siteId],
    ...overrides,
  });
}

function accept(desk: Desk, secret: string, overrides: { displayName?: string; password?: string } = {}) {
  return desk.services.invitations.accept({
    secret,
    displayName: 'Bo Ek',
    password: ownPassword,
    ...overrides,
  });
}

/** What a refused acceptance may leave: the note that it was refused. */
const notes = ['audit_event', 'sign_in_back_off', 'sync_state'];

/** Accepting is refused for this reason: no account, the invitation as open as before, and the denial audited. */
async function refusedWhole<C extends ErrorCode>(
  desk: Desk,
  { id, code, link }: { id: string; code: string; link: string },
  reason: C,
  data?: ErrorData[C],
) {
  const before = everything(desk.db, notes);
  await refused(() => accept(desk, code), reason, data);
  await refused(() => accept(desk, link), reason, data);
  expect(everything(desk.db, notes)).toEqual(before);
  expect(desk.services.invitations.lookUp({ secret: code }).email).toBe(email);
  expect(auditOf(desk.db, 'invitation.accept').slice(-2)).toMatchObject(
    Array(2).fill({ outcome: 'denied', subjectId: id, data: { reason } }),
  );
}

/** What the list says of the invitation: whether it needs resending because of who sent it. */
function senderGone(desk: Desk) {
  const everybody = { kind: 'all', search: email, status: null, role: null, siteId: null } as const;
  const query = { ...everybody, sort: 'email', direction: 'asc' } as const;
  return desk.services.directory
    .page(desk.admin, { query, limit: 10 })
    .list.rows.map((row) => row.senderGone);
}

/** Another role and sites for somebody, by the administrator. */
function demote(desk: Desk, id: string, role: 'member' | 'site_admin', siteIds = [desk.siteId]) {
  const { version, displayName } = desk.services.users.get(desk.admin, { id });
  const edit = { id, version, displayName, role, siteIds, applyNow: false, currentPassword: null };
  return desk.services.users.update(desk.admin, edit);
}

function delegate(desk: Desk, delegation: boolean) {
  const { id = '' } = desk.services.organisation.current() ?? {};
  desk.db.write(null, (tx) => tx.update('organisation', id, { delegation }));
}

describe('accepting', () => {
  it('makes an account with the role and sites of the invitation and a password of one’s own', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const ready = invite(desk, { role: 'site_admin', siteIds: [desk.siteId, north] });
    await expect(accept(desk, ready.code)).resolves.toEqual({ email });

    const held = await desk.signIn(email);
    expect(held).toMatchObject({ passwordDue: false, grant: { role: 'site_admin' } });
    expect(desk.services.users.get(desk.admin, { id: held.userId })).toMatchObject({
      displayName: 'Bo Ek',
      status: 'active',
      sites: [{ name: 'Harbour House' }, { name: 'North Gate' }],
      passwordDue: false,
    });
    expect(desk.services.directory.statistics(desk.admin)).toMatchObject({
      users: { total: 2 },
      pending: { total: 0 },
      invitations: { accepted: 1 },
    });
  });

  it('is audited, the account and the acceptance, and answered for by the person themselves', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    await accept(desk, ready.link);
    const { userId } = await desk.signIn(email);
    expect(auditOf(desk.db, 'user.create').at(-1)).toMatchObject({
      actorId: userId,
      subjectId: userId,
      data: { email, displayName: 'Bo Ek', role: 'member', sites: named('Harbour House'), by: 'invitation' },
    });
    expect(auditOf(desk.db, 'invitation.accept').at(-1)).toMatchObject({
      subjectId: ready.id,
      data: { user: userId },
    });
  });

  it('happens once: a holder of the used secret learns that, nobody else anything', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    const results = await Promise.allSettled([accept(desk, ready.code), accept(desk, ready.link)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(countOf(desk.db, 'user')).toBe(2);
    await refused(() => accept(desk, ready.code), 'invitation.accepted', { email });
    await refused(() => desk.services.invitations.lookUp({ secret: ready.link }), 'invitation.accepted', {
      email,
    });
  });

  it('restores an inactive person: same account, new role, sites, name and password, no old session', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ email, displayName: 'Bo Ek' });
    const old = await desk.signIn(email);
    desk.services.users.deactivate(desk.admin, { id });
    const ready = invite(desk, { role: 'site_admin', siteIds: [north] });
    await refused(() => accept(desk, ready.code), 'password.reused');
    desk.announced.length = 0;
    await accept(desk, ready.code, { displayName: 'Bo Eriksen', password: 'eight loud pines' });
    expect(desk.announced).toEqual([{ kind: 'directory' }, { kind: 'visits' }]);

    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      displayName: 'Bo Eriksen',
      status: 'active',
      role: 'site_admin',
      sites: [{ name: 'North Gate' }],
      reactivation: null,
    });
    expect(desk.services.sessions.check(old.sessionId).live).toBe(false);
    await refused(() => desk.signIn(email), 'sign_in.refused');
    await expect(desk.signIn(email, 'eight loud pines')).resolves.toMatchObject({
      userId: id,
      passwordDue: false,
    });
    expect(auditOf(desk.db, 'user.reactivate').at(-1)?.data).toMatchObject({
      displayName: { before: 'Bo Ek', after: 'Bo Eriksen' },
      role: { before: null, after: 'site_admin' },
      sites: { before: [], after: named('North Gate') },
    });
  });
});

describe('a failed check says why and leaves nothing half done', () => {
  it('expired between looking and accepting, to the millisecond', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    desk.clock.set(ready.expiresAt);
    const before = everything(desk.db, notes);
    await refused(() => accept(desk, ready.code), 'invitation.expired');
    expect(everything(desk.db, notes)).toEqual(before);
    desk.clock.set(ready.expiresAt - 1);
    await accept(desk, ready.code);
  });

  it('expired while the password was hashed', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    desk.clock.set(ready.expiresAt - 1);
    const accepting = accept(desk, ready.code);
    desk.clock.advance(1);
    await refused(() => accepting, 'invitation.expired');
  });

  it('removed while the password was hashed', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    const accepting = accept(desk, ready.code);
    desk.services.invitations.remove(desk.admin, { id: ready.id });
    await refused(() => accepting, 'invitation.dead');
    expect(countOf(desk.db, 'user')).toBe(1);
  });

  it.each<[string, (desk: Desk, inviterId: string) => unknown]>([
    ['was deactivated', (desk, id) => desk.services.users.deactivate(desk.admin, { id })],
    ['was deleted', (desk, id) => desk.services.users.delete(desk.admin, { id })],
    ['is a Member by now', (desk, id) => demote(desk, id, 'member')],
    ['is a Site-Admin by now', (desk, id) => demote(desk, id, 'site_admin')],
    [
      'has left at the end of their day, which no tick has seen to yet',
      (desk, id) => {
        const leavesAt = desk.clock.now() + hour;
        const { version } = desk.services.users.get(desk.admin, { id });
        desk.services.users.setEndDate(desk.admin, { id, version, leavesAt });
        desk.clock.set(leavesAt);
      },
    ],
  ])('the inviter %s', async (_name, leave) => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const ready = desk.services.invitations.create(eve, { email, role: 'member', siteIds: [desk.siteId] });
    expect(senderGone(desk)).toEqual([false]);
    await leave(desk, eve.userId);
    await refusedWhole(desk, ready, 'invitation.inviter_gone');
    expect(senderGone(desk)).toEqual([true]);
    desk.services.invitations.resend(desk.admin, { id: ready.id });
    expect(senderGone(desk)).toEqual([false]);
  });

  it('the inviter manages some sites only, and lost the one of the invitation, or the delegation ended', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    delegate(desk, true);
    const sia = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId, north] });
    const ready = desk.services.invitations.create(sia, { email, role: 'member', siteIds: [north] });
    expect(senderGone(desk)).toEqual([false]);
    await demote(desk, sia.userId, 'site_admin');
    await refusedWhole(desk, ready, 'invitation.inviter_gone');
    expect(senderGone(desk)).toEqual([true]);
    await demote(desk, sia.userId, 'site_admin', [north]);
    expect(senderGone(desk)).toEqual([false]);
    delegate(desk, false);
    await refusedWhole(desk, ready, 'invitation.inviter_gone');
    expect(senderGone(desk)).toEqual([true]);
    delegate(desk, true);
    expect(senderGone(desk)).toEqual([false]);
    await accept(desk, ready.code);
  });

  it('the site was closed by another desk', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const ready = invite(desk, { siteIds: [desk.siteId, north] });
    desk.db.write(null, (tx) => tx.update('site', north, { archivedAt: tx.now }));
    await refusedWhole(desk, ready, 'invitation.site_closed', { site: 'North Gate' });
  });

  it('the last seat was taken, where invitations hold none; it works once there is room', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    const only = { roles: ['member', 'tenant_admin'] as Role[], states: ['active'] as 'active'[] };
    await givenLicence(desk, { limits: { users: 2 }, seats: only });
    const bo = await desk.person();
    await refusedWhole(desk, ready, 'invitation.no_seat');
    desk.services.users.deactivate(desk.admin, { id: bo });
    await accept(desk, ready.code);
  });

  it('the address was taken on another desk', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    desk.db.write(null, (tx) =>
      tx.insert('user', {
        id: tx.newId(),
        email,
        emailKey: email,
        displayName: 'Bo Other',
        status: 'active',
        role: 'tenant_admin',
        createdAt: tx.now,
      }),
    );
    await refusedWhole(desk, ready, 'invitation.address_taken');
  });

  it('the person it would bring back is back already, by another desk', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    desk.services.users.deactivate(desk.admin, { id });
    const ready = invite(desk);
    desk.db.write(null, (tx) => tx.update('user', id, { status: 'active', role: 'tenant_admin' }));
    const before = everything(desk.db, notes);
    await refused(
      () => accept(desk, ready.code, { password: 'eight loud pines' }),
      'invitation.address_taken',
    );
    expect(everything(desk.db, notes)).toEqual(before);
  });

  it('the role model no longer has the role', async () => {
    const desk = await createDesk();
    const ready = invite(desk, { role: 'site_admin' });
    const id = desk.services.organisation.current()?.id ?? '';
    desk.db.write(null, (tx) => tx.update('organisation', id, { roleModel: 'two' }));
    await refusedWhole(desk, ready, 'invitation.role_gone');
  });

  it('the role model no longer has people of several sites', async () => {
    const desk = await createDesk();
    const ready = invite(desk, { siteIds: [desk.siteId, desk.site('North Gate')] });
    const id = desk.services.organisation.current()?.id ?? '';
    desk.db.write(null, (tx) => tx.update('organisation', id, { roleModel: 'two' }));
    await refusedWhole(desk, ready, 'invitation.role_gone');
  });

  it.each([
    ['short', 'password.too_short'],
    ['harbour lights 9', 'password.contains_context'],
  ] as const)('the password "%s" is refused, and the code still works', async (password, code) => {
    const desk = await createDesk();
    const ready = invite(desk);
    const before = everything(desk.db);
    await refused(() => accept(desk, ready.code, { password }), code);
    expect(everything(desk.db)).toEqual(before);
    await accept(desk, ready.code);
  });
});

describe('wrong codes', () => {
  it.each([[wrongCode], ['nonsense'], ['atrium-desk://invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']])(
    'like %s get the same words as a removed one',
    async (secret) => {
      const desk = await createDesk();
      const removed = invite(desk);
      desk.services.invitations.remove(desk.admin, { id: removed.id });
      await refused(() => desk.services.invitations.lookUp({ secret }), 'invitation.dead', {});
      await refused(() => desk.services.invitations.lookUp({ secret: removed.code }), 'invitation.dead', {});
    },
  );

  it('cost nothing four times; the fifth begins a wait of 5 s that doubles up to 15 min', async () => {
    const desk = await createDesk();
    const { lookUp } = desk.services.invitations;
    const ready = invite(desk);
    for (let n = 0; n < 4; n += 1) await refused(() => lookUp({ secret: wrongCode }), 'invitation.dead');
    expect(lookUp({ secret: ready.code }).email).toBe(email);
    await refused(() => lookUp({ secret: wrongCode }), 'invitation.wait', { waitSeconds: 5 });
    // Nobody gets in during a wait, and asking doesn't make it longer.
    await refused(() => lookUp({ secret: ready.code }), 'invitation.wait', { waitSeconds: 5 });
    desk.clock.advance(4999);
    await refused(() => accept(desk, ready.code), 'invitation.wait', { waitSeconds: 1 });
    desk.clock.advance(1);
    const waits: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const { waitSeconds } = await refused(() => lookUp({ secret: wrongCode }), 'invitation.wait');
      waits.push(waitSeconds);
      desk.clock.advance(waitSeconds * 1000);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
    expect(lookUp({ secret: ready.code }).email).toBe(email);
  });

  it('are remembered over a restart and never harm an invitation', async () => {
    const desk = await createDesk();
    const ready = invite(desk);
    for (let n = 0; n < 5; n += 1)
      await desk.services.invitations
        .accept({ secret: wrongCode, displayName: 'Bo', password: ownPassword })
        .catch(() => undefined);
    const restarted = desk.restart();
    await refused(() => restarted.services.invitations.lookUp({ secret: ready.code }), 'invitation.wait');
    desk.clock.advance(minute);
    await expect(accept(restarted, ready.code)).resolves.toEqual({ email });
    expect(auditOf(restarted.db, 'invitation.look_up')).toHaveLength(5);
  });

  it('start afresh after an acceptance, and after a quiet hour', async () => {
    const desk = await createDesk();
    const { lookUp } = desk.services.invitations;
    for (let n = 0; n < 4; n += 1) await refused(() => lookUp({ secret: wrongCode }), 'invitation.dead');
    await accept(desk, invite(desk).code);
    for (let n = 0; n < 4; n += 1) await refused(() => lookUp({ secret: wrongCode }), 'invitation.dead');
    await refused(() => lookUp({ secret: wrongCode }), 'invitation.wait');
    desk.clock.advance(hour + 5000);
    await refused(() => lookUp({ secret: wrongCode }), 'invitation.dead');
  });
});
