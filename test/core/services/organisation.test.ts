import { describe, expect, it } from 'vitest';
import type { ParsedInput } from '../../../core/contract';
import { invitationMs } from '../../../core/domain/invitation';
import { createDesk, type Desk } from './desk';
import { auditOf, everything, refused } from './observe';
import { secure } from './settings';

type Change = Partial<ParsedInput<'organisation.update'>>;

function update(desk: Desk, changed: Change = {}) {
  const { version, name, roleModel, visitRetentionDays } = desk.services.organisation.get(desk.admin);
  return desk.services.organisation.update(desk.admin, {
    version,
    name,
    roleModel,
    visitRetentionDays,
    ...changed,
  });
}

describe('the organisation', () => {
  it('keeps what is saved, tells every window, and audits before and after', async () => {
    const desk = await createDesk();
    const saved = update(desk, { name: 'Marina Clinics', visitRetentionDays: 90 });
    const now = desk.services.organisation.get(desk.admin);
    expect(now).toMatchObject({ name: 'Marina Clinics', visitRetentionDays: 90, version: saved.version });
    expect(desk.announced).toEqual([{ kind: 'organisation' }]);
    expect(auditOf(desk.db, 'organisation.update')).toMatchObject([
      {
        actorId: desk.admin.userId,
        subjectId: now.id,
        outcome: 'done',
        data: {
          name: { before: 'Marina Group', after: 'Marina Clinics' },
          visitRetentionDays: { before: 365, after: 90 },
        },
      },
    ]);
    expect(auditOf(desk.db, 'organisation.update')[0]?.data).not.toHaveProperty('roleModel');
  });

  it('writes nothing when nothing differs, whatever the version', async () => {
    const desk = await createDesk();
    const { version } = update(desk, { name: 'Marina Clinics' });
    const before = everything(desk.db);
    expect(update(desk, { version: 0 })).toEqual({ version });
    expect(everything(desk.db)).toEqual(before);
  });

  it('refuses an edit made from an older version, of the other page too', async () => {
    const desk = await createDesk();
    const { version } = desk.services.organisation.get(desk.admin);
    secure(desk, { idleLockMinutes: 5 });
    const before = everything(desk.db);
    await refused(() => update(desk, { version, name: 'Marina Clinics' }), 'organisation.changed_meanwhile');
    await refused(() => secure(desk, { version, delegation: true }), 'organisation.changed_meanwhile');
    expect(everything(desk.db)).toEqual(before);
  });

  it('is no business of a person who was demoted meanwhile', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const { version, displayName } = desk.services.users.get(desk.admin, { id: eve.userId });
    await desk.services.users.update(desk.admin, {
      id: eve.userId,
      version,
      displayName,
      role: 'site_admin',
      siteIds: [desk.siteId],
      applyNow: false,
      currentPassword: null,
    });
    const demoted: Desk = { ...desk, admin: eve };
    await refused(() => update(demoted, { name: 'Eve’s' }), 'access.denied');
    await refused(() => secure(demoted, { delegation: true }), 'access.denied');
  });
});

describe('security settings', () => {
  it('are kept and audited; windows hear of them, and of the lists when delegation is among them', async () => {
    const desk = await createDesk();
    secure(desk, { idleLockMinutes: 3, temporaryPasswordHours: 24 });
    expect(desk.announced).toEqual([{ kind: 'organisation' }]);
    secure(desk, { delegation: true });
    expect(desk.announced.slice(1)).toEqual([{ kind: 'organisation' }, { kind: 'directory' }]);
    expect(auditOf(desk.db, 'security.update').map((entry) => entry.data)).toMatchObject([
      { idleLockMinutes: { before: 10, after: 3 }, temporaryPasswordHours: { before: 72, after: 24 } },
      { delegation: { before: false, after: true } },
    ]);
  });

  it('of delegation show in the permissions at once, without a new grant', async () => {
    const desk = await createDesk();
    await desk.person({ email: 'sam@marina.example', role: 'site_admin' });
    const held = await desk.signIn('sam@marina.example');
    const mayCreate = () => desk.services.sessions.view(held).permissions.includes('user.create');
    expect(mayCreate()).toBe(false);
    secure(desk, { delegation: true });
    expect(mayCreate()).toBe(true);
    secure(desk, { delegation: false });
    expect(mayCreate()).toBe(false);
  });
});

describe('the switch to Two roles', () => {
  it('is made when everybody fits, reaches lists and windows, and goes back', async () => {
    const desk = await createDesk();
    await desk.person();
    update(desk, { roleModel: 'two' });
    expect(desk.announced.slice(-2)).toEqual([{ kind: 'organisation' }, { kind: 'directory' }]);
    await refused(() => desk.person({ role: 'site_admin' }), 'role.not_available');
    update(desk, { roleModel: 'three' });
    await desk.person({ role: 'site_admin' });
    expect(auditOf(desk.db, 'organisation.update').map((entry) => entry.data)).toMatchObject([
      { roleModel: { before: 'three', after: 'two' } },
      { roleModel: { before: 'two', after: 'three' } },
    ]);
  });

  it('is refused while somebody doesn’t fit, names them, and changes nothing', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const both = [desk.siteId, north];
    const one = await desk.person({ displayName: 'Zoe', role: 'site_admin' });
    const many = await desk.person({ displayName: 'Mia', siteIds: both });
    const manyToo = await desk.person({ displayName: 'Abe', role: 'site_admin', siteIds: both });
    const { invitations } = desk.services;
    const toAdmin = invitations.create(desk.admin, {
      email: 'b@x.example',
      role: 'site_admin',
      siteIds: [north],
    });
    const toMany = invitations.create(desk.admin, { email: 'a@x.example', role: 'member', siteIds: both });
    invitations.create(desk.admin, { email: 'c@x.example', role: 'member', siteIds: [north] });

    expect(desk.services.organisation.twoRolesPreview(desk.admin)).toEqual({
      siteAdmins: [
        { id: manyToo, name: 'Abe' },
        { id: one, name: 'Zoe' },
      ],
      siteAdminCount: 2,
      manySites: [
        { id: manyToo, name: 'Abe' },
        { id: many, name: 'Mia' },
      ],
      manySitesCount: 2,
      invitations: [
        { id: toMany.id, email: 'a@x.example' },
        { id: toAdmin.id, email: 'b@x.example' },
      ],
      invitationCount: 2,
    });
    const before = everything(desk.db);
    // Abe is in both lists and one person all the same.
    await refused(() => update(desk, { name: 'Two', roleModel: 'two' }), 'organisation.two_roles_refused', {
      people: 3,
      invitations: 2,
    });
    expect(everything(desk.db)).toEqual(before);
  });

  it('is held up by an expired invitation, not by a removed one or by people who left', async () => {
    const desk = await createDesk();
    const gone = await desk.person({ role: 'site_admin' });
    desk.services.users.deactivate(desk.admin, { id: gone });
    const siteIds = [desk.siteId];
    const { id } = desk.services.invitations.create(desk.admin, {
      email: 'b@x.example',
      role: 'site_admin',
      siteIds,
    });
    desk.clock.advance(invitationMs);
    const admin = { ...desk.admin, sessionId: (await desk.signIn('ada@marina.example')).sessionId };
    const later: Desk = { ...desk, admin };
    await refused(() => update(later, { roleModel: 'two' }), 'organisation.two_roles_refused', {
      people: 0,
      invitations: 1,
    });
    desk.services.invitations.remove(admin, { id });
    update(later, { roleModel: 'two' });
    expect(desk.services.organisation.current()?.roleModel).toBe('two');
  });

  it('lists twenty at most and counts them all', async () => {
    const desk = await createDesk();
    for (let count = 0; count < 22; count += 1) await desk.person({ role: 'site_admin' });
    const preview = desk.services.organisation.twoRolesPreview(desk.admin);
    expect([preview.siteAdmins.length, preview.siteAdminCount]).toEqual([20, 22]);
  });
});
