import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, day, hour } from './desk';
import { refused } from './observe';

const nothing = { sitesWithoutAdmin: [], visitsHosted: 0, invitations: 0, openSessions: 0, seatFreed: true };

function expectVisit(
  desk: Desk,
  hostId: string,
  given: { siteId?: string; until?: number; checkedInAt?: number } = {},
) {
  const now = desk.clock.now();
  desk.db.write(null, (tx) =>
    tx.insert('visit', {
      id: tx.newId(),
      siteId: given.siteId ?? desk.siteId,
      visitorName: 'Vera',
      hostId,
      hostName: 'Bo',
      hostKey: 'bo',
      registeredBy: hostId,
      createdAt: now,
      expectedArrivalAt: now,
      expectedDepartureAt: given.until ?? now + hour,
      checkedInAt: given.checkedInAt ?? null,
    }),
  );
}

describe('what a deactivation touches', () => {
  it('is nothing but a seat for somebody who only has an account', async () => {
    const desk = await createDesk();
    const id = await desk.person();
    expect(desk.services.users.deactivationPreview(desk.admin, { id })).toEqual(nothing);
    desk.services.users.deactivate(desk.admin, { id });
    expect(desk.services.users.deactivationPreview(desk.admin, { id })).toEqual({
      ...nothing,
      seatFreed: false,
    });
    const unknown = { id: '00000000-0000-7000-8000-000000000000' };
    await refused(() => desk.services.users.deactivationPreview(desk.admin, unknown), 'user.not_found');
  });

  it('are the sites where no Site-Admin would be left', async () => {
    const desk = await createDesk();
    const [north, south] = [desk.site('North Gate'), desk.site('South Gate')];
    const id = await desk.person({ role: 'site_admin', siteIds: [desk.siteId, north, south] });
    const other = await desk.person({ role: 'site_admin', siteIds: [north] });
    await desk.person({ role: 'member', siteIds: [south] });
    const alone = () => desk.services.users.deactivationPreview(desk.admin, { id }).sitesWithoutAdmin;
    expect(alone()).toEqual(['Harbour House', 'South Gate']);
    desk.services.users.deactivate(desk.admin, { id: other });
    expect(alone()).toEqual(['Harbour House', 'North Gate', 'South Gate']);
  });

  it('are the visits they expect, the pending invitations they sent and their open sessions', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin', email: 'eve@marina.example' });
    await desk.signIn('eve@marina.example');
    expectVisit(desk, eve.userId);
    expectVisit(desk, eve.userId, { until: desk.clock.now() });
    expectVisit(desk, eve.userId, { checkedInAt: desk.clock.now() });
    expectVisit(desk, desk.admin.userId);
    const invite = (name: string, by = eve) =>
      desk.services.invitations.create(by, {
        email: `${name}@marina.example`,
        role: 'member',
        siteIds: [desk.siteId],
      });
    invite('cid');
    const removed = invite('dag');
    desk.services.invitations.remove(eve, { id: removed.id });
    invite('fay', desk.admin);
    const preview = () => desk.services.users.deactivationPreview(desk.admin, { id: eve.userId });
    expect(preview()).toEqual({ ...nothing, visitsHosted: 1, invitations: 1, openSessions: 2 });
    desk.clock.advance(7 * day);
    expect(preview()).toEqual(nothing);
  });

  it('is told to a delegated Site-Admin for their own sites only', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ siteIds: [desk.siteId, north] });
    const reader = await desk.actor({ role: 'site_admin' });
    const stranger = await desk.actor({ role: 'site_admin', siteIds: [desk.site('South Gate')] });
    expectVisit(desk, id);
    expectVisit(desk, id, { siteId: north });
    const { users } = desk.services;
    expect(users.deactivationPreview(reader, { id })).toEqual({ ...nothing, visitsHosted: 1 });
    expect(users.deactivationPreview(desk.admin, { id }).visitsHosted).toBe(2);
    await refused(() => users.deactivationPreview(stranger, { id }), 'user.not_found');
  });
});
