import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, day, ownPassword, temporaryPassword } from './desk';
import { auditOf, countOf, everything } from './observe';
import { secure } from './settings';

interface Act {
  name: string;
  audited: string;
  /** Whether rows that desks exchange change. */
  exchanged: boolean;
  /** What must be there before; answers the act itself. */
  prepare(desk: Desk): Promise<() => unknown>;
}

const email = 'kim@marina.example';

const acts: Act[] = [
  {
    name: 'users.create',
    audited: 'user.create',
    exchanged: true,
    prepare: (desk) => Promise.resolve(() => desk.person()),
  },
  {
    name: 'users.update',
    audited: 'user.update',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person();
      const { version } = desk.services.users.get(desk.admin, { id });
      const edit = {
        id,
        version,
        displayName: 'New Name',
        role: 'site_admin' as const,
        siteIds: [desk.siteId],
      };
      return () => desk.services.users.update(desk.admin, { ...edit, applyNow: true, currentPassword: null });
    },
  },
  {
    name: 'users.resetPassword',
    audited: 'user.reset_password',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person();
      return () => desk.services.users.resetPassword(desk.admin, { id, password: temporaryPassword });
    },
  },
  {
    name: 'users.deactivate',
    audited: 'user.deactivate',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person({ email });
      await desk.signIn(email);
      return () => desk.services.users.deactivate(desk.admin, { id });
    },
  },
  {
    name: 'users.changeEmail',
    audited: 'user.change_email',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person({ email });
      await desk.signIn(email);
      const { version } = desk.services.users.get(desk.admin, { id });
      const input = { id, version, email: 'kim.ray@marina.example' };
      return () => desk.services.users.changeEmail(desk.admin, input);
    },
  },
  {
    name: 'users.setEndDate',
    audited: 'user.set_end_date',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person();
      const { version } = desk.services.users.get(desk.admin, { id });
      const leavesAt = desk.clock.now() + 1;
      return () => desk.services.users.setEndDate(desk.admin, { id, version, leavesAt });
    },
  },
  {
    name: 'an end date that comes',
    audited: 'user.deactivate',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person({ email });
      const { version } = desk.services.users.get(desk.admin, { id });
      desk.services.users.setEndDate(desk.admin, { id, version, leavesAt: desk.clock.now() + 1 });
      await desk.signIn(email);
      desk.clock.advance(1);
      return () => desk.services.due.run();
    },
  },
  {
    name: 'users.delete',
    audited: 'user.delete',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person({ email });
      await desk.signIn(email);
      return () => desk.services.users.delete(desk.admin, { id });
    },
  },
  {
    name: 'users.reactivate',
    audited: 'user.reactivate',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person();
      desk.services.users.deactivate(desk.admin, { id });
      const wanted = { id, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword };
      return () => desk.services.users.reactivate(desk.admin, wanted);
    },
  },
  {
    name: 'invitations.create',
    audited: 'invitation.create',
    exchanged: true,
    prepare: (desk) => Promise.resolve(() => invite(desk)),
  },
  {
    name: 'invitations.resend',
    audited: 'invitation.resend',
    exchanged: true,
    prepare(desk) {
      const { id } = invite(desk);
      return Promise.resolve(() => desk.services.invitations.resend(desk.admin, { id }));
    },
  },
  {
    name: 'invitations.remove',
    audited: 'invitation.remove',
    exchanged: true,
    prepare(desk) {
      const { id } = invite(desk);
      return Promise.resolve(() => desk.services.invitations.remove(desk.admin, { id }));
    },
  },
  {
    name: 'invitations.accept',
    audited: 'invitation.accept',
    exchanged: true,
    prepare(desk) {
      const { code } = invite(desk);
      const answer = { secret: code, displayName: 'Kim Ray', password: ownPassword };
      return Promise.resolve(() => desk.services.invitations.accept(answer));
    },
  },
  {
    name: 'sites.create',
    audited: 'site.create',
    exchanged: true,
    prepare: (desk) => Promise.resolve(() => desk.site('North Gate')),
  },
  {
    name: 'sites.rename',
    audited: 'site.rename',
    exchanged: true,
    prepare: (desk) =>
      Promise.resolve(() =>
        desk.services.sites.rename(desk.admin, { id: desk.siteId, version: 1, name: 'Harbour Hall' }),
      ),
  },
  {
    name: 'sites.archive',
    audited: 'site.archive',
    exchanged: true,
    async prepare(desk) {
      const id = desk.site('North Gate');
      await desk.person({ siteIds: [id] });
      desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [id] });
      const how = { id, version: 1, moveTo: desk.siteId, invitations: 'move' as const };
      return () => desk.services.sites.archive(desk.admin, how);
    },
  },
  {
    name: 'session.signIn',
    audited: 'session.sign_in',
    exchanged: false,
    prepare: (desk) => Promise.resolve(() => desk.signIn('ada@marina.example')),
  },
  {
    name: 'session.signOut',
    audited: 'session.sign_out',
    exchanged: false,
    async prepare(desk) {
      const { sessionId } = await desk.signIn('ada@marina.example');
      return () => desk.services.sessions.end(sessionId, 'signedOut');
    },
  },
  {
    name: 'session.end',
    audited: 'session.end',
    exchanged: false,
    async prepare(desk) {
      const { sessionId } = await desk.signIn('ada@marina.example');
      return () => desk.services.sessions.endOne(desk.admin, { id: sessionId });
    },
  },
  {
    name: 'session.endAll',
    audited: 'session.end',
    exchanged: false,
    async prepare(desk) {
      const userId = await desk.person({ email });
      await desk.signIn(email);
      return () => desk.services.sessions.endAll(desk.admin, { userId });
    },
  },
  {
    name: 'organisation.update',
    audited: 'organisation.update',
    exchanged: true,
    prepare(desk) {
      const { version, visitRetentionDays } = desk.services.organisation.get(desk.admin);
      const change = { version, visitRetentionDays, name: 'Marina Clinics', roleModel: 'two' as const };
      return Promise.resolve(() => desk.services.organisation.update(desk.admin, change));
    },
  },
  {
    name: 'security.update',
    audited: 'security.update',
    exchanged: true,
    prepare: (desk) => Promise.resolve(() => secure(desk, { delegation: true })),
  },
  {
    name: 'users.changeEmail',
    audited: 'user.change_email',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person();
      const { version } = desk.services.users.get(desk.admin, { id });
      return () => desk.services.users.changeEmail(desk.admin, { id, version, email });
    },
  },
  {
    name: 'users.setEndDate',
    audited: 'user.set_end_date',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person();
      const { version } = desk.services.users.get(desk.admin, { id });
      const leavesAt = desk.clock.now() + day;
      return () => desk.services.users.setEndDate(desk.admin, { id, version, leavesAt });
    },
  },
  {
    name: 'users.delete',
    audited: 'user.delete',
    exchanged: true,
    async prepare(desk) {
      const id = await desk.person();
      return () => desk.services.users.delete(desk.admin, { id });
    },
  },
  {
    name: 'session.choosePassword',
    audited: 'password.change',
    exchanged: true,
    async prepare(desk) {
      await desk.person({ email, temporary: true });
      const held = await desk.signIn(email, temporaryPassword);
      return () => desk.services.sessions.choosePassword(held, ownPassword);
    },
  },
  {
    name: 'session.changePassword',
    audited: 'password.change',
    exchanged: true,
    async prepare(desk) {
      const held = await desk.signIn('ada@marina.example');
      return () => desk.services.sessions.changePassword(held, ownPassword, 'eight loud pines');
    },
  },
];

function invite(desk: Desk) {
  return desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [desk.siteId] });
}

describe.each(acts)('$name', ({ audited, exchanged, prepare }) => {
  it('leaves an audit entry and its change operations', async () => {
    const desk = await createDesk();
    const act = await prepare(desk);
    const entries = countOf(desk.db, 'audit_event');
    const operations = countOf(desk.db, 'change_op');
    await act();
    expect(
      auditOf(desk.db)
        .slice(entries)
        .map((entry) => entry.action),
    ).toContain(audited);
    expect(countOf(desk.db, 'change_op') > operations).toBe(exchanged);
    // Operations of one act are of one transaction.
    expect(countOf(desk.db, `(select distinct txn_id from change_op where n > ${operations})`)).toBe(
      exchanged ? 1 : 0,
    );
  });

  it('leaves nothing behind when its audit entry can’t be written', async () => {
    const desk = await createDesk();
    const act = await prepare(desk);
    const before = everything(desk.db);
    desk.announced.length = 0;
    desk.db.client.exec(
      "create temp trigger full before insert on audit_event begin select raise(abort, 'no room'); end",
    );
    await expect((async () => act())()).rejects.toThrow('no room');
    expect(everything(desk.db)).toEqual(before);
    expect(desk.announced).toEqual([]);
  });
});

describe('a refused attempt', () => {
  it('is noted with who tried what', async () => {
    const desk = await createDesk();
    const member = await desk.actor({});
    desk.services.auditLog.denied(member, { permission: 'user.create' });
    const subject = { type: 'user', id: desk.admin.userId } as const;
    desk.services.auditLog.denied(null, { route: 'users.deactivate', reason: 'user.self', subject });
    expect(auditOf(desk.db, 'access.denied')).toMatchObject([
      { outcome: 'denied', actorId: member.userId, data: { permission: 'user.create' } },
      {
        outcome: 'denied',
        actorId: null,
        subjectId: desk.admin.userId,
        data: { route: 'users.deactivate', reason: 'user.self' },
      },
    ]);
  });
});
