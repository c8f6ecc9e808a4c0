import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, day, ownPassword } from './desk';
import { auditOf, countOf, everything, refused } from './observe';

const old = 'bo@marina.example';

function change(desk: Desk, id: string, email: string) {
  const { version } = desk.services.users.get(desk.admin, { id });
  return desk.services.users.changeEmail(desk.admin, { id, version, email });
}

function invite(desk: Desk, email: string) {
  return desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [desk.siteId] });
}

describe('changing an address', () => {
  it('keeps it as typed, ends every session and is audited before and after', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old, displayName: 'Bo Ek' });
    const { sessionId } = await desk.signIn(old);
    const { version } = change(desk, id, ' Bo.Ek@Marina.example ');

    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      version,
      email: 'Bo.Ek@Marina.example',
    });
    expect(desk.services.sessions.check(sessionId)).toEqual({ live: false, why: 'emailChanged' });
    expect(desk.announced).toContainEqual({
      kind: 'sessionsEnded',
      sessionIds: [sessionId],
      why: 'emailChanged',
    });
    expect(auditOf(desk.db, 'user.change_email')).toMatchObject([
      {
        actorId: desk.admin.userId,
        subjectId: id,
        data: { email: { before: old, after: 'Bo.Ek@Marina.example' }, sessionsEnded: 1 },
      },
    ]);
    await refused(() => desk.signIn(old), 'sign_in.refused');
    await expect(desk.signIn('bo.ek@marina.EXAMPLE')).resolves.toMatchObject({ userId: id });
    const found = desk.services.directory.page(desk.admin, {
      query: {
        kind: 'all',
        search: 'bo.ek@',
        status: null,
        role: null,
        siteId: null,
        sort: 'email',
        direction: 'asc',
      },
      limit: 10,
    });
    expect(found.list.rows.map((row) => row.id)).toEqual([id]);
  });

  it('ends one’s own sessions too', async () => {
    const desk = await createDesk();
    change(desk, desk.admin.userId, 'ada.l@marina.example');
    expect(desk.services.sessions.check(desk.admin.sessionId)).toEqual({ live: false, why: 'emailChanged' });
  });

  it('to another spelling of the same address is one; to the very same is none', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old });
    change(desk, id, 'Bo@Marina.example');
    expect(desk.services.users.get(desk.admin, { id }).email).toBe('Bo@Marina.example');
    const before = everything(desk.db);
    change(desk, id, 'Bo@Marina.example');
    expect(everything(desk.db)).toEqual(before);
  });

  it('works for an inactive person, and withdraws the invitation back, which went to the old one', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old });
    desk.services.users.deactivate(desk.admin, { id });
    const ready = invite(desk, old);
    change(desk, id, 'bo.new@marina.example');
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      status: 'inactive',
      email: 'bo.new@marina.example',
      reactivation: null,
    });
    await refused(() => desk.services.invitations.lookUp({ secret: ready.code }), 'invitation.dead');
    expect(auditOf(desk.db, 'invitation.remove').at(-1)?.data).toMatchObject({ reason: 'email_changed' });
  });

  it('withdraws the invitation back even when only the spelling changes', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old });
    desk.services.users.deactivate(desk.admin, { id });
    invite(desk, old);
    change(desk, id, 'BO@marina.example');
    expect(desk.services.users.get(desk.admin, { id }).reactivation).toBeNull();
  });

  it('is refused for an address somebody has or is invited by; an expired invitation gives way', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old });
    const eve = await desk.person({ email: 'eve@marina.example' });
    const gone = await desk.person({ email: 'gone@marina.example' });
    desk.services.users.deactivate(desk.admin, { id: gone });
    const { id: invitationId } = invite(desk, 'cid@marina.example');
    const before = everything(desk.db);
    await refused(() => change(desk, id, 'EVE@marina.example'), 'user.email_taken', {
      userId: eve,
      email: 'eve@marina.example',
    });
    await refused(() => change(desk, id, 'gone@marina.example'), 'user.email_inactive', {
      userId: gone,
      email: 'gone@marina.example',
    });
    await refused(() => change(desk, id, 'cid@marina.example'), 'user.email_invited', {
      invitationId,
      email: 'cid@marina.example',
    });
    await refused(() => change(desk, id, 'no address'), 'email.invalid');
    expect(everything(desk.db)).toEqual(before);

    desk.clock.advance(4 * day);
    const later = await desk.actor({ role: 'tenant_admin' });
    desk.clock.advance(3 * day);
    const { version } = desk.services.users.get(later, { id });
    desk.services.users.changeEmail(later, { id, version, email: 'cid@marina.example' });
    expect(countOf(desk.db, 'invitation where removed_at is null')).toBe(0);
  });

  it('from an older version is refused with what stands there now', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old });
    const { version } = desk.services.users.get(desk.admin, { id });
    change(desk, id, 'bo.ek@marina.example');
    const { users } = desk.services;
    await refused(
      () => users.changeEmail(desk.admin, { id, version, email: 'b@marina.example' }),
      'user.changed_meanwhile',
      { fields: [{ field: 'email', current: 'bo.ek@marina.example' }] },
    );
    // What both wanted is no conflict.
    users.changeEmail(desk.admin, { id, version, email: 'bo.ek@marina.example' });
  });

  it('leaves no count of failed sign-ins with the old address', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old });
    await refused(() => desk.signIn(old, 'some wrong guess'), 'sign_in.refused');
    expect(countOf(desk.db, "sign_in_back_off where kind = 'account'")).toBe(1);
    change(desk, id, 'bo.ek@marina.example');
    expect(countOf(desk.db, "sign_in_back_off where kind = 'account'")).toBe(0);
  });

  it('is no Site-Admin’s to do', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: old });
    const site = await desk.actor({ role: 'site_admin' });
    const { version } = desk.services.users.get(desk.admin, { id });
    const input = { id, version, email: 'bo.ek@marina.example' };
    await refused(() => desk.services.users.changeEmail(site, input), 'access.denied');
    await expect(desk.signIn(old, ownPassword)).resolves.toMatchObject({ userId: id });
  });
});
