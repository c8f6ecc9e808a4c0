import { describe, expect, it } from 'vitest';
import { createDesk, hour, ownPassword, temporaryPassword } from './desk';
import { auditOf, everything, refused } from './observe';

describe('resetting a password', () => {
  it('sets a temporary one for 72 hours and ends the person’s sessions', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    const held = await desk.signIn('bo@marina.example');
    const answer = await desk.services.users.resetPassword(desk.admin, { id, password: temporaryPassword });
    expect(answer).toEqual({ expiresAt: desk.clock.now() + 72 * hour });
    expect(desk.services.sessions.check(held.sessionId)).toEqual({ live: false, why: 'passwordReset' });
    expect(desk.announced).toContainEqual({
      kind: 'sessionsEnded',
      sessionIds: [held.sessionId],
      why: 'passwordReset',
    });
    await refused(() => desk.signIn('bo@marina.example'), 'sign_in.refused');
    await expect(desk.signIn('bo@marina.example', temporaryPassword)).resolves.toMatchObject({
      passwordDue: true,
    });
    expect(auditOf(desk.db, 'user.reset_password').at(-1)).toMatchObject({
      subjectId: id,
      data: { sessionsEnded: 1 },
    });
  });

  it('isn’t the way to one’s own: that is Change password', async () => {
    const desk = await createDesk();
    const own = { id: desk.admin.userId, password: temporaryPassword };
    await refused(() => desk.services.users.resetPassword(desk.admin, own), 'user.self', { act: 'reset' });
  });

  it.each([
    ['the present one', ownPassword, 'password.reused'],
    ['a short one', 'short', 'password.too_short'],
    ['one with the person’s name', 'Ottokar forever', 'password.contains_context'],
  ] as const)('refuses %s and leaves nothing behind', async (_name, password, code) => {
    const desk = await createDesk();
    const id = await desk.person({ displayName: 'Ottokar Ek' });
    const before = everything(desk.db);
    await refused(() => desk.services.users.resetPassword(desk.admin, { id, password }), code);
    expect(everything(desk.db)).toEqual(before);
  });

  it('is refused for inactive people', async () => {
    const desk = await createDesk();
    const id = await desk.person({ displayName: 'Bo Ek' });
    desk.services.users.deactivate(desk.admin, { id });
    const act = () => desk.services.users.resetPassword(desk.admin, { id, password: temporaryPassword });
    await refused(act, 'user.inactive', { name: 'Bo Ek' });
  });

  it('leaves a Tenant-Admin who can sign in when two reset each other at the same time', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    const { users } = desk.services;
    const results = await Promise.allSettled([
      users.resetPassword(desk.admin, { id: eve.userId, password: temporaryPassword }),
      users.resetPassword(eve, { id: desk.admin.userId, password: temporaryPassword }),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    await expect(desk.signIn('ada@marina.example')).resolves.toMatchObject({ passwordDue: false });
  });
});
