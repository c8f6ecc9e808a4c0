import { describe, expect, it } from 'vitest';
import type { Role } from '../../../core/domain/role';
import type { UndoRefusal } from '../../../core/domain/undo';
import type { Actor } from '../../../core/services/actor';
import { givenLicence } from '../../support/licence/development';
import { createDesk, type Desk, day, hour, ownPassword, temporaryPassword } from './desk';
import { auditOf, everything, named, refused } from './observe';
import { secure } from './settings';

const email = 'bo@marina.example';

async function withBo(desk: Desk, given: { role?: Role; siteIds?: string[]; temporary?: boolean } = {}) {
  return desk.person({ email, displayName: 'Bo Ek', ...given });
}

async function edited(desk: Desk, id: string, role: Role, siteIds: string[], by: Actor = desk.admin) {
  const { version, displayName } = desk.services.users.get(desk.admin, { id });
  const edit = { id, version, displayName, role, siteIds, applyNow: false, currentPassword: null };
  const { entryId } = await desk.services.users.update(by, edit);
  if (entryId === null) throw new Error('Nothing to undo');
  return entryId;
}

/** The undo is refused for that reason, and leaves nothing behind. */
async function refusedFor(desk: Desk, id: string, entryId: string, reason: UndoRefusal, name = 'Bo Ek') {
  const before = everything(desk.db);
  await refused(() => desk.services.users.undo(desk.admin, { id, entryId }), 'user.undo_refused', {
    name,
    reason,
  });
  expect(everything(desk.db)).toEqual(before);
}

describe('undoing a deactivation', () => {
  it('puts back role, sites and end date; the password is good again, the sessions stay ended', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const north = desk.site('North Gate');
    const id = await withBo(desk, { role: 'site_admin', siteIds: [desk.siteId, north] });
    const leavesAt = desk.clock.now() + 30 * day;
    users.setEndDate(desk.admin, { id, version: users.get(desk.admin, { id }).version, leavesAt });
    await desk.signIn(email);
    const { entryId } = users.deactivate(desk.admin, { id });
    desk.clock.advance(20_000);
    desk.announced.length = 0;

    expect(users.undo(desk.admin, { id, entryId })).toEqual({ passwordGone: false });

    expect(users.get(desk.admin, { id })).toMatchObject({
      status: 'active',
      role: 'site_admin',
      sites: [{ name: 'Harbour House' }, { name: 'North Gate' }],
      leavesAt,
      deactivatedAt: null,
      openSessions: 0,
    });
    expect((await desk.signIn(email)).grant.role).toBe('site_admin');
    expect(desk.announced).toEqual(expect.arrayContaining([{ kind: 'directory' }, { kind: 'visits' }]));
    expect(auditOf(desk.db, 'user.undo_deactivate')).toMatchObject([
      {
        outcome: 'done',
        actorId: desk.admin.userId,
        subjectId: id,
        data: {
          actorName: 'Ada Lindqvist',
          subjectName: 'Bo Ek',
          status: { before: 'inactive', after: 'active' },
          role: { before: null, after: 'site_admin' },
          sites: { before: [], after: named('Harbour House', 'North Gate') },
          leavesAt: { before: null, after: leavesAt },
          undid: entryId,
        },
      },
    ]);
  });

  it('says when only a temporary password is left, which has ended', async () => {
    const desk = await createDesk();
    const id = await withBo(desk, { temporary: true });
    const { entryId } = desk.services.users.deactivate(desk.admin, { id });
    expect(desk.services.users.undo(desk.admin, { id, entryId })).toEqual({ passwordGone: true });
    await refused(() => desk.signIn(email, temporaryPassword), 'sign_in.temporary_expired');
  });

  it('takes along an invitation back that has expired, and waits for one that hasn’t', async () => {
    const desk = await createDesk();
    const id = await withBo(desk);
    const { entryId } = desk.services.users.deactivate(desk.admin, { id });
    desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [desk.siteId] });
    await refusedFor(desk, id, entryId, 'invited');
    desk.clock.advance(6 * day);
    const chief = await desk.actor({ role: 'tenant_admin', email: 'eve@marina.example' });
    desk.clock.advance(2 * day);
    desk.services.users.undo({ ...chief, ...(await fresh(desk, 'eve@marina.example')) }, { id, entryId });
    const held = await fresh(desk, 'eve@marina.example');
    expect(desk.services.users.get({ ...chief, ...held }, { id })).toMatchObject({
      status: 'active',
      reactivation: null,
    });
  });

  it('is refused once the end date it had is over', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const id = await withBo(desk);
    const leavesAt = desk.clock.now() + hour;
    users.setEndDate(desk.admin, { id, version: users.get(desk.admin, { id }).version, leavesAt });
    const { entryId } = users.deactivate(desk.admin, { id });
    desk.clock.advance(hour);
    await refusedFor(desk, id, entryId, 'end_date_past');
  });

  it('is refused once they are back, however that came about', async () => {
    const desk = await createDesk();
    const id = await withBo(desk);
    const { entryId } = desk.services.users.deactivate(desk.admin, { id });
    const back = { id, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword };
    await desk.services.users.reactivate(desk.admin, back);
    await refusedFor(desk, id, entryId, 'reactivated');
    desk.services.users.deactivate(desk.admin, { id });
    await refusedFor(desk, id, entryId, 'changed');
  });

  it('happens once', async () => {
    const desk = await createDesk();
    const id = await withBo(desk);
    const { entryId } = desk.services.users.deactivate(desk.admin, { id });
    desk.services.users.undo(desk.admin, { id, entryId });
    await refusedFor(desk, id, entryId, 'undone');
    desk.services.users.deactivate(desk.admin, { id });
    await refusedFor(desk, id, entryId, 'undone');
  });

  it('is refused where the rules of the house have changed: a closed site, a role that isn’t there, no seat', async () => {
    const desk = await createDesk();
    const { users, sites, organisation } = desk.services;
    const north = desk.site('North Gate');
    const id = await withBo(desk, { siteIds: [north] });
    const { entryId } = users.deactivate(desk.admin, { id });
    sites.archive(desk.admin, { id: north, version: 1, moveTo: null, invitations: null });
    await refused(() => users.undo(desk.admin, { id, entryId }), 'site.archived', { name: 'North Gate' });

    const cid = await desk.person({ role: 'site_admin', email: 'cid@marina.example' });
    const gone = users.deactivate(desk.admin, { id: cid });
    const { version, name, visitRetentionDays } = organisation.get(desk.admin);
    organisation.update(desk.admin, { version, name, visitRetentionDays, roleModel: 'two' });
    await refused(() => users.undo(desk.admin, { id: cid, entryId: gone.entryId }), 'role.not_available');

    const dag = await desk.person({ email: 'dag@marina.example' });
    const left = users.deactivate(desk.admin, { id: dag });
    await givenLicence(desk, { tier: 'Pro', limits: { users: 1 } });
    await refused(() => users.undo(desk.admin, { id: dag, entryId: left.entryId }), 'licence.users');
  });

  it('is refused for somebody erased, and tells nothing of them', async () => {
    const desk = await createDesk();
    const id = await withBo(desk);
    const { entryId } = desk.services.users.deactivate(desk.admin, { id });
    desk.services.users.delete(desk.admin, { id });
    await refused(() => desk.services.users.undo(desk.admin, { id, entryId }), 'user.not_found');
  });

  it('that an end date brought about isn’t one', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const id = await withBo(desk);
    users.setEndDate(desk.admin, {
      id,
      version: users.get(desk.admin, { id }).version,
      leavesAt: desk.clock.now() + 1000,
    });
    desk.clock.advance(1000);
    desk.services.due.run();
    const [entry] = users.history(desk.admin, { id, before: null, limit: 1 }).entries;
    expect(entry).toMatchObject({ action: 'user.deactivate', undoable: false });
    await refusedFor(desk, id, entry?.id ?? '', 'not_undoable');
  });
});

describe('undoing a change of role and sites', () => {
  it('puts both back and leaves a name that was changed along', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const north = desk.site('North Gate');
    const id = await withBo(desk, { siteIds: [desk.siteId] });
    const { version } = users.get(desk.admin, { id });
    const edit = { id, version, displayName: 'Bo Ekström', role: 'site_admin' as const, siteIds: [north] };
    const { entryId } = await users.update(desk.admin, { ...edit, applyNow: false, currentPassword: null });
    expect(users.undo(desk.admin, { id, entryId: entryId ?? '' })).toEqual({ passwordGone: false });
    expect(users.get(desk.admin, { id })).toMatchObject({
      displayName: 'Bo Ekström',
      role: 'member',
      sites: [{ id: desk.siteId }],
    });
    expect(auditOf(desk.db, 'user.undo_update')).toMatchObject([
      {
        data: {
          role: { before: 'site_admin', after: 'member' },
          sites: { before: named('North Gate'), after: named('Harbour House') },
          undid: entryId,
        },
      },
    ]);
  });

  it('is nothing to offer for a name alone, nor for one’s own account', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const id = await withBo(desk);
    const { version } = users.get(desk.admin, { id });
    const edit = { id, version, displayName: 'Bo', role: 'member' as const, siteIds: [desk.siteId] };
    const answer = await users.update(desk.admin, { ...edit, applyNow: false, currentPassword: null });
    expect(answer.entryId).toBeNull();
    const eve = await desk.actor({ role: 'tenant_admin', email: 'eve@marina.example' });
    const demoted = await edited(desk, eve.userId, 'member', [desk.siteId]);
    await refused(() => desk.services.users.undo(eve, { id: eve.userId, entryId: demoted }), 'access.denied');
    const raised = await edited(desk, eve.userId, 'tenant_admin', []);
    const again = { ...eve, ...(await fresh(desk, 'eve@marina.example')) };
    await refused(() => users.undo(again, { id: eve.userId, entryId: raised }), 'user.undo_refused');
  });

  it('is refused once somebody has changed role or sites again; a new name or address is no hindrance', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const north = desk.site('North Gate');
    const id = await withBo(desk);
    const first = await edited(desk, id, 'site_admin', [desk.siteId]);
    const second = await edited(desk, id, 'site_admin', [north]);
    await refusedFor(desk, id, first, 'changed');
    const { version } = users.get(desk.admin, { id });
    users.changeEmail(desk.admin, { id, version, email: 'new@marina.example' });
    users.undo(desk.admin, { id, entryId: second });
    expect(users.get(desk.admin, { id })).toMatchObject({ role: 'site_admin', sites: [{ id: desk.siteId }] });
    await refusedFor(desk, id, first, 'changed');
  });

  it('never takes away the last Tenant-Admin who can sign in', async () => {
    const desk = await createDesk();
    const id = await withBo(desk);
    const entryId = await edited(desk, id, 'tenant_admin', []);
    const bo = { ...desk.admin, ...(await fresh(desk, email)) };
    const { users } = desk.services;
    const eve = await desk.actor({ role: 'tenant_admin', email: 'eve@marina.example' });
    users.deactivate(bo, { id: desk.admin.userId });
    await users.resetPassword(bo, { id: eve.userId, password: temporaryPassword });
    const temporary = actor(desk, eve.userId);
    await refused(() => users.undo(temporary, { id, entryId }), 'user.last_admin', { name: 'Bo Ek' });
  });
});

describe('with delegated administration', () => {
  async function delegated() {
    const desk = await createDesk();
    secure(desk, { delegation: true });
    const sam = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId] });
    return { desk, sam, id: await withBo(desk) };
  }

  it('a Site-Admin takes back what they did themselves', async () => {
    const { desk, sam, id } = await delegated();
    const { entryId } = desk.services.users.deactivate(sam, { id });
    desk.services.users.undo(sam, { id, entryId });
    expect(desk.services.users.get(sam, { id })).toMatchObject({ status: 'active', role: 'member' });
  });

  it('not what somebody else did, nor beyond their Members and sites', async () => {
    const { desk, sam, id } = await delegated();
    const { users } = desk.services;
    const north = desk.site('North Gate');
    const { entryId } = users.deactivate(desk.admin, { id });
    await refused(() => users.undo(sam, { id, entryId }), 'user.beyond_delegation');
    const far = await desk.person({ siteIds: [north], email: 'far@marina.example' });
    const gone = users.deactivate(desk.admin, { id: far });
    await refused(() => users.undo(sam, { id: far, entryId: gone.entryId }), 'user.not_found');
    await refused(() => users.undo(sam, { id: far, entryId: id }), 'user.not_found');
  });
});

describe('what is offered in a history', () => {
  it('is the latest change of access, in the person’s own and in the whole log', async () => {
    const desk = await createDesk();
    const { users, auditLog } = desk.services;
    const id = await withBo(desk);
    const first = await edited(desk, id, 'site_admin', [desk.siteId]);
    const { entryId } = users.deactivate(desk.admin, { id });
    const offered = async () => {
      const own = users.history(desk.admin, { id, before: null, limit: 20 }).entries;
      const filter = {
        actorId: null,
        subjectId: null,
        topic: null,
        siteId: null,
        from: null,
        before: null,
        text: '',
      };
      const page = await auditLog.page(desk.admin, { filter, after: null, limit: 50 });
      const ids = [own, page.entries].map((entries) =>
        entries.filter(({ undoable }) => undoable).map((entry) => entry.id),
      );
      expect(ids[0]).toEqual(ids[1]);
      return ids[0];
    };
    expect(await offered()).toEqual([entryId]);
    users.undo(desk.admin, { id, entryId });
    expect(await offered()).toEqual([]);
    expect(first).not.toBe(entryId);
  });
});

async function fresh(desk: Desk, address: string) {
  const { userId, sessionId, grant } = await desk.signIn(address, ownPassword);
  return { userId, sessionId, role: grant.role, siteIds: grant.siteIds };
}

function actor(desk: Desk, userId: string): Actor {
  const { sessionId, grant } = desk.services.sessions.startFor(userId);
  return { userId, sessionId, role: grant.role, siteIds: grant.siteIds };
}
