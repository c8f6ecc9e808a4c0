import { describe, expect, it } from 'vitest';
import type { InitialPasswordMode } from '../../../core/domain/settings';
import type { Actor } from '../../../core/services/actor';
import { requireOrganisation } from '../../../core/services/organisation/organisation-rows';
import { createDesk, type Desk, hour, temporaryPassword } from './desk';
import { refused } from './observe';

function decide(desk: Desk, initialPassword: InitialPasswordMode, temporaryPasswordHours = 72): void {
  const { id } = requireOrganisation(desk.db);
  desk.db.write(null, (tx) => tx.update('organisation', id, { initialPassword, temporaryPasswordHours }));
}

let count = 0;
function create(desk: Desk, password: string, actor: Actor = desk.admin) {
  count += 1;
  return desk.services.users.create(actor, {
    email: `bo${count}@marina.example`,
    displayName: 'Bo Ek',
    role: 'member',
    siteIds: [desk.siteId],
    password,
    mustChangePassword: true,
    removeInvitationId: null,
  });
}

const generate = (desk: Desk, actor: Actor = desk.admin) =>
  desk.services.users.generatePassword(actor, {}).password;

describe('who sets first passwords', () => {
  it('either: typed ones and generated ones are taken', async () => {
    const desk = await createDesk();
    await create(desk, temporaryPassword);
    await create(desk, generate(desk));
  });

  it('the administrator: nothing is generated', async () => {
    const desk = await createDesk();
    decide(desk, 'admin');
    await refused(() => generate(desk), 'password.admin_sets');
    await create(desk, temporaryPassword);
  });

  it('generated: only what was generated is taken, for creating, resetting and reactivating', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    decide(desk, 'generated');
    await refused(() => create(desk, temporaryPassword), 'password.generated_only');
    const { id } = await create(desk, generate(desk));
    const reset = (password: string) => users.resetPassword(desk.admin, { id, password });
    await refused(() => reset(temporaryPassword), 'password.generated_only');
    await reset(generate(desk));
    users.deactivate(desk.admin, { id });
    const reactivate = (password: string) =>
      users.reactivate(desk.admin, { id, role: 'member', siteIds: [desk.siteId], password });
    await refused(() => reactivate(temporaryPassword), 'password.generated_only');
    await reactivate(generate(desk));
  });

  it('generated: what another session was given is a stranger’s, and so is what a run before gave', async () => {
    const desk = await createDesk();
    const colleague = await desk.actor({ role: 'tenant_admin' });
    decide(desk, 'generated');
    const password = generate(desk);
    await refused(() => create(desk, password, colleague), 'password.generated_only');
    await create(desk, password);
    const restarted = desk.restart();
    await refused(() => create(restarted, password), 'password.generated_only');
  });

  it('keeps no more of them than anybody could still have on screen, and none in the database', async () => {
    const desk = await createDesk();
    decide(desk, 'generated');
    const first = generate(desk);
    const second = generate(desk);
    for (let n = 0; n < 199; n += 1) generate(desk);
    await refused(() => create(desk, first), 'password.generated_only');
    await create(desk, second);
    const rows = desk.db.statement<{ hash: string }>('select hash from credential').all();
    expect(rows.filter(({ hash }) => hash.includes(second))).toHaveLength(1);
  });
});

describe('a temporary password', () => {
  it('can be used for as long as the organisation says, and is spent when the new one is saved', async () => {
    const desk = await createDesk();
    decide(desk, 'either', 5);
    const { id } = await create(desk, temporaryPassword);
    const { email, temporaryPasswordExpiresAt } = desk.services.users.get(desk.admin, { id });
    expect(temporaryPasswordExpiresAt).toBe(desk.clock.now() + 5 * hour);

    // Signing in doesn't spend it: whoever is interrupted at the change begins again.
    await desk.signIn(email, temporaryPassword);
    desk.clock.advance(5 * hour - 1);
    const held = await desk.signIn(email, temporaryPassword);
    await desk.services.sessions.choosePassword(held, 'seven other ferns');
    await refused(() => desk.signIn(email, temporaryPassword), 'sign_in.refused');
    desk.clock.advance(5 * hour);
    await expect(desk.signIn(email, 'seven other ferns')).resolves.toMatchObject({ passwordDue: false });
  });

  it('is refused at the change when its time ended on the way', async () => {
    const desk = await createDesk();
    decide(desk, 'either', 5);
    const { id } = await create(desk, temporaryPassword);
    const { email } = desk.services.users.get(desk.admin, { id });
    desk.clock.advance(5 * hour - 1);
    const held = await desk.signIn(email, temporaryPassword);
    desk.clock.advance(1);
    await refused(
      () => desk.services.sessions.choosePassword(held, 'seven other ferns'),
      'sign_in.temporary_expired',
    );
  });
});
