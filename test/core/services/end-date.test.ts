import { describe, expect, it } from 'vitest';
import { dueEndDates, endDateBatch } from '../../../core/services/users/end-dates-due';
import { createDesk, type Desk, day, hour, ownPassword, temporaryPassword } from './desk';
import { auditOf, countOf, everything, named, refused } from './observe';

const email = 'bo@marina.example';

function leave(desk: Desk, id: string, leavesAt: number | null, by = desk.admin) {
  const { version } = desk.services.users.get(by, { id });
  return desk.services.users.setEndDate(by, { id, version, leavesAt });
}

describe('an end date', () => {
  it('is set, changed and taken away, and audited', async () => {
    const desk = await createDesk();
    const id = await desk.person();
    const first = desk.clock.now() + day;
    const { version } = leave(desk, id, first);
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({ leavesAt: first, version });
    leave(desk, id, first + day);
    leave(desk, id, null);
    expect(desk.services.users.get(desk.admin, { id }).leavesAt).toBeNull();
    expect(auditOf(desk.db, 'user.set_end_date').map((entry) => entry.data.leavesAt)).toEqual([
      { before: null, after: first },
      { before: first, after: first + day },
      { before: first + day, after: null },
    ]);
  });

  it('is refused for oneself, the inactive, the past, and from an older version', async () => {
    const desk = await createDesk();
    const id = await desk.person({ displayName: 'Bo Ek' });
    const now = desk.clock.now();
    const { users } = desk.services;
    const { version } = users.get(desk.admin, { id });
    await refused(() => leave(desk, desk.admin.userId, now + day), 'user.self', { act: 'endDate' });
    await refused(() => leave(desk, id, now), 'user.end_date_past');
    leave(desk, id, now + day);
    await refused(
      () => users.setEndDate(desk.admin, { id, version, leavesAt: now + 2 * day }),
      'user.changed_meanwhile',
      { fields: [{ field: 'leavesAt', current: String(now + day) }] },
    );
    users.setEndDate(desk.admin, { id, version, leavesAt: now + day });
    users.deactivate(desk.admin, { id });
    await refused(() => leave(desk, id, now + day), 'user.inactive', { name: 'Bo Ek' });
  });

  it('is cleared by deactivating, and a person who comes back has none', async () => {
    const desk = await createDesk();
    const id = await desk.person();
    leave(desk, id, desk.clock.now() + day);
    desk.services.users.deactivate(desk.admin, { id });
    expect(desk.services.users.get(desk.admin, { id }).leavesAt).toBeNull();
    const wanted = { id, role: 'member' as const, siteIds: [desk.siteId], password: temporaryPassword };
    await desk.services.users.reactivate(desk.admin, wanted);
    desk.clock.advance(2 * day);
    desk.services.due.run();
    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({ status: 'active', leavesAt: null });
  });

  it('of the last Tenant-Admin who can sign in is refused, one with a later date apart', async () => {
    const desk = await createDesk();
    const now = desk.clock.now();
    const eve = await desk.actor({ role: 'tenant_admin', displayName: 'Eve' });
    leave(desk, eve.userId, now + 2 * day);
    await refused(() => leave(desk, desk.admin.userId, now + 2 * day, eve), 'user.last_admin', {
      name: 'Ada Lindqvist',
    });
    await refused(() => leave(desk, desk.admin.userId, now + 3 * day, eve), 'user.last_admin');
    leave(desk, desk.admin.userId, now + 2 * day - 1, eve);
  });
});

describe('at the end date', () => {
  it('the account is deactivated, not a millisecond before', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    const dueAt = desk.clock.now() + hour;
    leave(desk, id, dueAt);
    const held = await desk.signIn(email);

    desk.clock.set(dueAt - 1);
    desk.services.due.run();
    expect(desk.services.sessions.check(held.sessionId).live).toBe(true);
    desk.announced.length = 0;
    desk.clock.set(dueAt);
    desk.services.due.run();

    expect(desk.services.users.get(desk.admin, { id })).toMatchObject({
      status: 'inactive',
      role: null,
      sites: [],
      deactivatedAt: dueAt,
      leavesAt: null,
    });
    expect(desk.announced).toContainEqual({
      kind: 'sessionsEnded',
      sessionIds: [held.sessionId],
      why: 'deactivated',
    });
    expect(auditOf(desk.db, 'user.deactivate')).toMatchObject([
      {
        actorId: null,
        subjectId: id,
        outcome: 'done',
        data: {
          by: 'end_date',
          dueAt,
          role: { before: 'member', after: null },
          sites: { before: named('Harbour House'), after: [] },
          sessionsEnded: 1,
        },
      },
    ]);
    const before = everything(desk.db);
    desk.services.due.run();
    expect(everything(desk.db)).toEqual(before);
  });

  it('nobody gets in or goes on, even before the app has seen to it', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    const dueAt = desk.clock.now() + hour;
    leave(desk, id, dueAt);
    const held = await desk.signIn(email);
    desk.clock.set(dueAt);
    expect(desk.services.sessions.check(held.sessionId)).toEqual({ live: false, why: 'deactivated' });
    expect(desk.services.sessions.renew(held)).toBeNull();
    await refused(() => desk.signIn(email), 'sign_in.inactive');
    await refused(() => desk.signIn(email, 'some wrong guess'), 'sign_in.refused');
    await refused(() => leave(desk, id, dueAt + day), 'user.inactive');
  });

  it('an invitation of theirs can’t be accepted, even before the app has seen to it', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const dueAt = desk.clock.now() + hour;
    leave(desk, eve.userId, dueAt);
    const offer = { email, role: 'member' as const, siteIds: [desk.siteId] };
    const { code } = desk.services.invitations.create(eve, offer);
    desk.clock.set(dueAt);
    const answer = { secret: code, displayName: 'Bo', password: ownPassword };
    await refused(() => desk.services.invitations.accept(answer), 'invitation.inviter_gone');
  });

  it('it happens at the next start when the app wasn’t running', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    const dueAt = desk.clock.now() + hour;
    leave(desk, id, dueAt);
    desk.clock.advance(3 * day);
    const restarted = desk.restart();
    restarted.services.due.run();
    expect(restarted.services.users.get(desk.admin, { id })).toMatchObject({
      status: 'inactive',
      deactivatedAt: dueAt,
    });
  });

  it('the last Tenant-Admin who can sign in stays, and the log says why', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const dueAt = desk.clock.now() + day;
    leave(desk, desk.admin.userId, dueAt, eve);
    desk.services.users.deactivate(desk.admin, { id: eve.userId });
    desk.clock.set(dueAt);
    desk.services.due.run();
    expect(desk.services.users.get(desk.admin, { id: desk.admin.userId })).toMatchObject({
      status: 'active',
      leavesAt: null,
    });
    expect(auditOf(desk.db, 'user.deactivate').at(-1)).toMatchObject({
      actorId: null,
      outcome: 'denied',
      subjectId: desk.admin.userId,
      data: { by: 'end_date', dueAt, reason: 'user.last_admin', leavesAt: { before: dueAt, after: null } },
    });
    await expect(desk.signIn('ada@marina.example')).resolves.toMatchObject({ userId: desk.admin.userId });
  });

  it('many at once are taken in turns; those who wait are kept out meanwhile', async () => {
    const desk = await createDesk();
    const dueAt = desk.clock.now() + day;
    for (let n = 0; n < endDateBatch + 1; n += 1) leave(desk, await desk.person(), dueAt);
    const last = await desk.person({ email });
    leave(desk, last, dueAt);
    desk.clock.set(dueAt);
    desk.services.due.run();
    expect(countOf(desk.db, "user where status = 'inactive'")).toBe(endDateBatch);
    await refused(() => desk.signIn(email), 'sign_in.inactive');
    desk.services.due.run();
    expect(countOf(desk.db, "user where status = 'inactive'")).toBe(endDateBatch + 2);
  });

  it('of several, caught up on at once, those leave who would have left one by one', async () => {
    const desk = await createDesk();
    const now = desk.clock.now();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const fay = await desk.actor({ role: 'tenant_admin' });
    leave(desk, desk.admin.userId, now + day, eve);
    leave(desk, eve.userId, now + 2 * day, fay);
    desk.db.write(null, (tx) => tx.update('user', fay.userId, { leavesAt: now + 3 * day }));
    desk.clock.advance(9 * day);
    desk.services.due.run();
    const standing = "user where status = 'active'";
    expect(countOf(desk.db, standing)).toBe(1);
    expect(desk.services.users.get(desk.admin, { id: fay.userId })).toMatchObject({
      status: 'active',
      leavesAt: null,
    });
  });
});

it('asking who is due reads the small index of end dates', async () => {
  const { db } = await createDesk();
  const plan = db.client
    .prepare<[number, number], { detail: string }>(`explain query plan ${dueEndDates}`)
    .all(0, 1);
  expect(plan[0]?.detail).toBe('SEARCH user USING INDEX user_by_end_date (leaves_at<?)');
});
