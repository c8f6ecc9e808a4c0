import { describe, expect, it } from 'vitest';
import type { ParsedInput } from '../../../core/contract';
import { invitationMs } from '../../../core/domain/invitation';
import type { Actor } from '../../../core/services/actor';
import { createDesk, type Desk, ownPassword, temporaryPassword } from './desk';
import { everything, refused } from './observe';
import { secure } from './settings';

interface Delegated {
  desk: Desk;
  /** A Site-Admin of Harbour House and North Gate, with delegated administration on. */
  sam: Actor;
  north: string;
  /** A site that isn't theirs. */
  south: string;
}

async function delegated(): Promise<Delegated> {
  const desk = await createDesk();
  const north = desk.site('North Gate');
  const south = desk.site('South Gate');
  secure(desk, { delegation: true });
  const sam = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId, north] });
  return { desk, sam, north, south };
}

const newcomer = (desk: Desk, changed: Partial<ParsedInput<'users.create'>> = {}) => ({
  email: 'new@x.example',
  displayName: 'Nia',
  role: 'member' as const,
  siteIds: [desk.siteId],
  password: temporaryPassword,
  mustChangePassword: true,
  removeInvitationId: null,
  ...changed,
});

/** The act is refused and leaves nothing behind. */
async function refusedWhole(desk: Desk, act: () => unknown, code: Parameters<typeof refused>[1]) {
  const before = everything(desk.db);
  const data = await refused(act, code);
  expect(everything(desk.db)).toEqual(before);
  return data;
}

describe('delegated administration', () => {
  it('lets a Site-Admin create, invite, reset and deactivate Members of their sites', async () => {
    const { desk, sam, north } = await delegated();
    const { users, invitations } = desk.services;
    const { id } = await users.create(sam, newcomer(desk, { siteIds: [desk.siteId, north] }));
    await users.resetPassword(sam, { id, password: 'eleven brass lamps' });
    users.deactivate(sam, { id });
    const ready = invitations.create(sam, { email: 'b@x.example', role: 'member', siteIds: [north] });
    invitations.resend(sam, { id: ready.id });
    invitations.remove(sam, { id: ready.id });
    expect(users.get(desk.admin, { id }).status).toBe('inactive');
  });

  it('is off unless the organisation turns it on, and off again at once', async () => {
    const { desk, sam } = await delegated();
    secure(desk, { delegation: false });
    const { users, invitations } = desk.services;
    await refusedWhole(desk, () => users.create(sam, newcomer(desk)), 'access.denied');
    const invite = () =>
      invitations.create(sam, { email: 'b@x.example', role: 'member', siteIds: [desk.siteId] });
    await refusedWhole(desk, invite, 'access.denied');
  });

  it('gives no role but Member, and no site but their own', async () => {
    const { desk, sam, south } = await delegated();
    const { users, invitations } = desk.services;
    for (const role of ['site_admin', 'tenant_admin'] as const) {
      const siteIds = role === 'site_admin' ? [desk.siteId] : [];
      await refusedWhole(desk, () => users.create(sam, newcomer(desk, { role, siteIds })), 'access.denied');
      const invite = () => invitations.create(sam, { email: 'b@x.example', role, siteIds });
      await refusedWhole(desk, invite, 'access.denied');
    }
    for (const siteIds of [[south], [desk.siteId, south]]) {
      await refusedWhole(desk, () => users.create(sam, newcomer(desk, { siteIds })), 'site.not_found');
      const invite = () => invitations.create(sam, { email: 'b@x.example', role: 'member', siteIds });
      await refusedWhole(desk, invite, 'site.not_found');
    }
  });

  it('doesn’t reach people of several sites when one isn’t theirs: they see them, and no more', async () => {
    const { desk, sam, south } = await delegated();
    const { users } = desk.services;
    const id = await desk.person({ displayName: 'Shari', siteIds: [desk.siteId, south] });
    expect(users.get(sam, { id })).toMatchObject({ sites: [{ name: 'Harbour House' }], otherSites: 1 });
    const beyond = { name: 'Shari' };
    expect(await refusedWhole(desk, () => users.deactivate(sam, { id }), 'user.beyond_delegation')).toEqual(
      beyond,
    );
    const reset = () => users.resetPassword(sam, { id, password: temporaryPassword });
    expect(await refusedWhole(desk, reset, 'user.beyond_delegation')).toEqual(beyond);
  });

  it('doesn’t reach other Site-Admins, not even at the same site, nor themselves', async () => {
    const { desk, sam } = await delegated();
    const { users } = desk.services;
    const id = await desk.person({ role: 'site_admin' });
    await refusedWhole(desk, () => users.deactivate(sam, { id }), 'user.beyond_delegation');
    const reset = () => users.resetPassword(sam, { id, password: temporaryPassword });
    await refusedWhole(desk, reset, 'user.beyond_delegation');
    await refusedWhole(desk, () => users.deactivate(sam, { id: sam.userId }), 'user.self');
  });

  it('knows nobody elsewhere: people of other sites, Tenant-Admins and inactive ones aren’t there', async () => {
    const { desk, sam, south } = await delegated();
    const { users } = desk.services;
    const inactive = await desk.person({});
    users.deactivate(desk.admin, { id: inactive });
    for (const id of [await desk.person({ siteIds: [south] }), desk.admin.userId, inactive]) {
      await refusedWhole(desk, () => users.get(sam, { id }), 'user.not_found');
      await refusedWhole(desk, () => users.deactivate(sam, { id }), 'user.not_found');
      const reset = () => users.resetPassword(sam, { id, password: temporaryPassword });
      await refusedWhole(desk, reset, 'user.not_found');
    }
  });

  it('is no place to try other people’s passwords: the right one is refused like any', async () => {
    const { desk, sam } = await delegated();
    const reset = () =>
      desk.services.users.resetPassword(sam, { id: desk.admin.userId, password: ownPassword });
    await refusedWhole(desk, reset, 'user.not_found');
  });

  it('reaches only the sites that both the grant and the account still have', async () => {
    const { desk, sam, north } = await delegated();
    const { users } = desk.services;
    const { version, displayName } = users.get(desk.admin, { id: sam.userId });
    const stays = { id: sam.userId, displayName, applyNow: false, currentPassword: null };
    await users.update(desk.admin, { ...stays, version, role: 'site_admin', siteIds: [north] });
    await refusedWhole(desk, () => users.create(sam, newcomer(desk)), 'site.not_found');
    await users.create(sam, newcomer(desk, { siteIds: [north] }));
    const again = users.get(desk.admin, { id: sam.userId }).version;
    await users.update(desk.admin, { ...stays, version: again, role: 'member', siteIds: [north] });
    const late = () => users.create(sam, newcomer(desk, { email: 'late@x.example', siteIds: [north] }));
    await refusedWhole(desk, late, 'access.denied');
  });

  it('is off by the time the password is hashed: nothing is created', async () => {
    const { desk, sam } = await delegated();
    const creating = desk.services.users.create(sam, newcomer(desk));
    secure(desk, { delegation: false });
    await refused(() => creating, 'access.denied');
  });
});

describe('an address in use', () => {
  const create = ({ desk, sam }: Delegated, email: string) =>
    desk.services.users.create(sam, newcomer(desk, { email }));
  const invite = ({ desk, sam }: Delegated, email: string) =>
    desk.services.invitations.create(sam, { email, role: 'member', siteIds: [desk.siteId] });

  it('elsewhere tells nothing of whose it is and whether it is active, inactive, invited or expired', async () => {
    const set = await delegated();
    const { desk, south } = set;
    await desk.person({ email: 'active@x.example', siteIds: [south] });
    await desk.person({ email: 'chief@x.example', role: 'tenant_admin' });
    const gone = await desk.person({ email: 'gone@x.example' });
    desk.services.users.deactivate(desk.admin, { id: gone });
    const back = await desk.person({ email: 'back@x.example' });
    desk.services.users.deactivate(desk.admin, { id: back });
    const invitation = { role: 'member' as const, siteIds: [desk.siteId] };
    desk.services.invitations.create(desk.admin, { email: 'back@x.example', ...invitation });
    const elsewhere = { role: 'member' as const, siteIds: [south] };
    desk.services.invitations.create(desk.admin, { email: 'invited@x.example', ...elsewhere });

    const known = ['active', 'chief', 'gone', 'back', 'invited'];
    for (const name of known) {
      for (const attempt of [create, invite]) {
        const act = () => attempt(set, `${name}@x.example`);
        expect([name, await refusedWhole(desk, act, 'user.address_unavailable')]).toEqual([name, {}]);
      }
    }
    desk.clock.advance(invitationMs);
    set.sam = { ...set.sam, sessionId: desk.services.sessions.startFor(set.sam.userId).sessionId };
    for (const attempt of [create, invite])
      await refusedWhole(desk, () => attempt(set, 'invited@x.example'), 'user.address_unavailable');
  });

  it('at one’s own sites is named, as in the list', async () => {
    const set = await delegated();
    const { desk, south } = set;
    const email = 'shared@x.example';
    const userId = await desk.person({ email, siteIds: [desk.siteId, south] });
    expect(await refusedWhole(desk, () => create(set, email), 'user.email_taken')).toEqual({ userId, email });
    expect(await refusedWhole(desk, () => invite(set, email), 'invitation.email_active')).toEqual({
      userId,
      email,
    });
  });

  it('of an invitation within reach is offered to be removed; of one beyond it stays', async () => {
    const set = await delegated();
    const { desk, sam, south } = set;
    const { invitations, users } = desk.services;
    const email = 'invited@x.example';
    const own = invite(set, email);
    await refusedWhole(desk, () => create(set, email), 'user.email_invited');
    await users.create(sam, newcomer(desk, { email, removeInvitationId: own.id }));

    for (const [address, offer] of [
      ['shared@x.example', { role: 'member' as const, siteIds: [desk.siteId, south] }],
      ['higher@x.example', { role: 'site_admin' as const, siteIds: [desk.siteId] }],
    ] as const) {
      const sent = invitations.create(desk.admin, { email: address, ...offer, siteIds: [...offer.siteIds] });
      await refusedWhole(desk, () => invite(set, address), 'invitation.already_pending');
      const removing = newcomer(desk, { email: address, removeInvitationId: sent.id });
      await refusedWhole(desk, () => users.create(sam, removing), 'user.beyond_delegation');
      await refusedWhole(desk, () => invitations.remove(sam, { id: sent.id }), 'user.beyond_delegation');
      await refusedWhole(desk, () => invitations.resend(sam, { id: sent.id }), 'user.beyond_delegation');
    }
    desk.clock.advance(invitationMs);
    set.sam = { ...sam, sessionId: desk.services.sessions.startFor(sam.userId).sessionId };
    // Expired ones give way by themselves, but not one that reaches further than oneself.
    await refusedWhole(desk, () => invite(set, 'shared@x.example'), 'user.beyond_delegation');
    await refusedWhole(desk, () => create(set, 'higher@x.example'), 'user.beyond_delegation');
  });

  it('of an invitation elsewhere: resending and removing it by its id finds nothing', async () => {
    const { desk, sam, south } = await delegated();
    const { invitations, users } = desk.services;
    const elsewhere = invitations.create(desk.admin, {
      email: 'a@x.example',
      role: 'member',
      siteIds: [south],
    });
    const gone = await desk.person({ email: 'back@x.example' });
    users.deactivate(desk.admin, { id: gone });
    const back = invitations.create(desk.admin, {
      email: 'back@x.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    for (const { id } of [elsewhere, back]) {
      await refusedWhole(desk, () => invitations.resend(sam, { id }), 'invitation.not_found');
      await refusedWhole(desk, () => invitations.remove(sam, { id }), 'invitation.not_found');
    }
  });
});

describe('an invitation by a delegated Site-Admin', () => {
  const invited = async () => {
    const set = await delegated();
    const { desk, sam } = set;
    const ready = desk.services.invitations.create(sam, {
      email: 'b@x.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    const accept = () =>
      desk.services.invitations.accept({ secret: ready.code, displayName: 'Bo', password: ownPassword });
    return { ...set, accept };
  };

  it('is accepted while they may still send it', async () => {
    const { desk, accept } = await invited();
    await accept();
    expect((await desk.signIn('b@x.example')).grant.role).toBe('member');
  });

  it('is dead once delegation is off, and alive again with it', async () => {
    const { desk, accept } = await invited();
    secure(desk, { delegation: false });
    await refused(accept, 'invitation.inviter_gone');
    secure(desk, { delegation: true });
    await accept();
  });

  it('is dead once the site is no longer theirs', async () => {
    const { desk, sam, north, accept } = await invited();
    const { version, displayName } = desk.services.users.get(desk.admin, { id: sam.userId });
    await desk.services.users.update(desk.admin, {
      id: sam.userId,
      version,
      displayName,
      role: 'site_admin',
      siteIds: [north],
      applyNow: false,
      currentPassword: null,
    });
    await refused(accept, 'invitation.inviter_gone');
  });

  it('lives on when a Tenant-Admin sends it again', async () => {
    const { desk, accept } = await invited();
    secure(desk, { delegation: false });
    const [row] = desk.services.directory.page(desk.admin, {
      query: {
        kind: 'invitations',
        search: '',
        status: null,
        role: null,
        siteId: null,
        sort: 'email',
        direction: 'asc',
      },
      limit: 10,
    }).list.rows;
    const { code } = desk.services.invitations.resend(desk.admin, { id: row?.id ?? '' });
    await refused(accept, 'invitation.dead');
    await desk.services.invitations.accept({ secret: code, displayName: 'Bo', password: ownPassword });
  });
});

describe('the list, its cards and sites', () => {
  it('of a Site-Admin are about their own sites, whatever exists elsewhere', async () => {
    const { desk, sam, north, south } = await delegated();
    const { invitations, directory, sites } = desk.services;
    const look = () => {
      const { list, statistics } = directory.page(sam, {
        query: {
          kind: 'all',
          search: '',
          status: null,
          role: null,
          siteId: null,
          sort: 'email',
          direction: 'asc',
        },
        limit: 50,
      });
      return { emails: list.rows.map((row) => row.email), total: list.total.count, statistics };
    };
    const found = (search: string, siteId: string | null = null) =>
      directory.page(sam, {
        query: {
          kind: 'all',
          search,
          status: null,
          role: null,
          siteId,
          sort: 'email',
          direction: 'asc',
        },
        limit: 50,
      }).list.total.count;

    await desk.person({ email: 'a@x.example', siteIds: [north] });
    await desk.person({ email: 'b@x.example', siteIds: [north, south] });
    const before = look();
    expect(before).toMatchObject({
      emails: ['a@x.example', 'b@x.example', expect.stringContaining('person')],
      total: 3,
      statistics: { users: { total: 3 }, administrators: { total: 0, signedInThisWeek: 0 }, sites: 2 },
    });

    const foreign = await desk.person({ email: 'far@x.example', displayName: 'Far Away', siteIds: [south] });
    await desk.person({ email: 'chief@x.example', role: 'tenant_admin' });
    invitations.create(desk.admin, { email: 'far2@x.example', role: 'member', siteIds: [south] });
    const accepted = invitations.create(desk.admin, {
      email: 'far3@x.example',
      role: 'member',
      siteIds: [south],
    });
    await invitations.accept({ secret: accepted.code, displayName: 'Far Too', password: ownPassword });
    desk.services.users.deactivate(desk.admin, { id: foreign });
    expect(look()).toEqual(before);
    expect(found('far')).toBe(0);
    expect(found('', south)).toBe(0);
    expect(sites.list(sam).sites.map(({ name, people }) => [name, people])).toEqual([
      ['Harbour House', 1],
      ['North Gate', 3],
    ]);
  });

  it('is told nothing of an accepted invitation elsewhere, not even whose it was', async () => {
    const { desk, sam, south } = await delegated();
    const { invitations } = desk.services;
    const accepted = async (siteId: string, email: string) => {
      const offer = { email, role: 'member' as const, siteIds: [siteId] };
      const { id, code } = invitations.create(desk.admin, offer);
      await invitations.accept({ secret: code, displayName: 'Nia', password: ownPassword });
      return id;
    };
    const [near, far] = [
      await accepted(desk.siteId, 'near@x.example'),
      await accepted(south, 'far@x.example'),
    ];
    for (const act of [invitations.resend, invitations.remove]) {
      await refusedWhole(desk, () => act(sam, { id: far }), 'invitation.not_found');
      await refusedWhole(desk, () => act(sam, { id: near }), 'invitation.accepted');
    }
  });

  it('sees of an invitation back to their site not even the count', async () => {
    const { desk, sam } = await delegated();
    const { invitations, sites, users } = desk.services;
    const id = await desk.person({ email: 'gone@x.example' });
    users.deactivate(desk.admin, { id });
    invitations.create(desk.admin, { email: 'gone@x.example', role: 'member', siteIds: [desk.siteId] });
    const counted = (by: Actor) => sites.list(by).sites.find((site) => site.id === desk.siteId)?.invitations;
    expect([counted(desk.admin), counted(sam)]).toEqual([1, 0]);
  });
});
