import { expect, it } from 'vitest';
import { createDesk, type Desk, day } from './desk';
import { countOf, refused } from './observe';
import { visitOf } from './visiting';

/** Somebody whose end date has come, and a visit that retention is due to take. */
async function somethingDue(): Promise<Desk> {
  const desk = await createDesk();
  const id = await desk.person();
  const { version } = desk.services.users.get(desk.admin, { id });
  desk.services.users.setEndDate(desk.admin, { id, version, leavesAt: desk.clock.now() + day });
  visitOf(desk, { expectedDepartureAt: desk.clock.now() + day });
  desk.clock.advance(400 * day);
  return desk;
}

const inactive = "user where status = 'inactive'";
const taken = 'visit where anonymised_at is not null';

it('one part that fails keeps no other from running, and is heard of', async () => {
  const desk = await somethingDue();
  desk.db.client.exec("create trigger broken before update on user begin select raise(abort, 'broken'); end");
  expect(() => desk.services.due.run()).toThrow('broken');
  expect([countOf(desk.db, inactive), countOf(desk.db, taken)]).toEqual([0, 1]);
  desk.db.client.exec('drop trigger broken');
  desk.services.due.run();
  expect(countOf(desk.db, inactive)).toBe(1);
});

it('the last Tenant-Admin stays, so that somebody can sign in', async () => {
  const desk = await createDesk();
  const eve = await desk.actor({ role: 'tenant_admin' });
  const { version } = desk.services.users.get(eve, { id: desk.admin.userId });
  const leavesAt = desk.clock.now() + day;
  desk.services.users.setEndDate(eve, { id: desk.admin.userId, version, leavesAt });
  desk.services.users.deactivate(desk.admin, { id: eve.userId });
  desk.clock.advance(400 * day);
  await refused(() => desk.signIn('ada@marina.example'), 'sign_in.inactive');
  desk.services.due.run();
  await expect(desk.signIn('ada@marina.example')).resolves.toBeDefined();
});
