import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, ownPassword } from './desk';
import { auditOf, everything, named, refused } from './observe';

function listed(desk: Desk) {
  return desk.services.sites.list(desk.admin).sites;
}

function archive(
  desk: Desk,
  id: string,
  how: { moveTo?: string | null; invitations?: 'move' | 'remove' | null } = {},
) {
  const version = listed(desk).find((site) => site.id === id)?.version ?? 0;
  return desk.services.sites.archive(desk.admin, { id, version, moveTo: null, invitations: null, ...how });
}

describe('sites', () => {
  it('are listed open ones first, by name, with people and live invitations', async () => {
    const desk = await createDesk();
    const pier = desk.site('Old Pier');
    const annex = desk.site('annex');
    await desk.person({ siteIds: [annex] });
    const gone = await desk.person({ siteIds: [annex] });
    desk.services.users.deactivate(desk.admin, { id: gone });
    desk.services.invitations.create(desk.admin, {
      email: 'bo@marina.example',
      role: 'member',
      siteIds: [annex],
    });
    archive(desk, pier);
    expect(listed(desk)).toMatchObject([
      { name: 'annex', people: 1, invitations: 1, archivedAt: null },
      { name: 'Harbour House', people: 0, invitations: 0, archivedAt: null },
      { name: 'Old Pier', people: 0, invitations: 0, archivedAt: desk.clock.now() },
    ]);
  });

  it('of a Site-Admin are those of the grant', async () => {
    const desk = await createDesk();
    desk.site('North Gate');
    const siteAdmin = await desk.actor({ role: 'site_admin' });
    expect(desk.services.sites.list(siteAdmin).sites.map((site) => site.name)).toEqual(['Harbour House']);
  });

  it('have names that differ by more than case and accents, among open ones', async () => {
    const desk = await createDesk();
    const pier = desk.site('Zürich');
    await refused(() => desk.site('ZURICH'), 'site.name_taken', { name: 'Zürich' });
    archive(desk, pier);
    desk.site('Zurich');
  });

  it('are made and renamed with an audit entry', async () => {
    const desk = await createDesk();
    const id = desk.site('North Gate');
    await desk.person({ siteIds: [id] });
    const { version } = desk.services.sites.rename(desk.admin, { id, version: 1, name: 'Northern Gate' });
    expect(listed(desk).find((site) => site.id === id)).toMatchObject({ name: 'Northern Gate', version });
    expect(auditOf(desk.db, 'site.create').at(-1)?.data).toMatchObject({ name: 'North Gate' });
    expect(auditOf(desk.db, 'site.rename').at(-1)).toMatchObject({
      subjectId: id,
      data: { name: { before: 'North Gate', after: 'Northern Gate' } },
    });
    expect(desk.announced.slice(-2)).toEqual([{ kind: 'sites' }, { kind: 'directory' }]);
  });

  it('refuse a stale rename, a taken name and an archived or unknown site', async () => {
    const desk = await createDesk();
    const { rename } = desk.services.sites;
    const id = desk.site('North Gate');
    await refused(() => rename(desk.admin, { id, version: 1, name: 'harbour house' }), 'site.name_taken', {
      name: 'Harbour House',
    });
    rename(desk.admin, { id, version: 1, name: 'NORTH GATE' });
    await refused(
      () => rename(desk.admin, { id, version: 1, name: 'South Gate' }),
      'site.changed_meanwhile',
      {
        name: 'NORTH GATE',
      },
    );
    archive(desk, id);
    await refused(() => rename(desk.admin, { id, version: 3, name: 'South Gate' }), 'site.archived');
    const unknown = '00000000-0000-7000-8000-000000000000';
    await refused(
      () => rename(desk.admin, { id: unknown, version: 1, name: 'South Gate' }),
      'site.not_found',
    );
  });
});

describe('archiving a site', () => {
  it('is refused for the last open one', async () => {
    const desk = await createDesk();
    await refused(() => archive(desk, desk.siteId), 'site.last_open', { name: 'Harbour House' });
  });

  it('is refused while it is anyone’s only site, and shows who before', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    await desk.person({ displayName: 'Bo Ek', siteIds: [north] });
    await desk.person({ displayName: 'Kim Ray', siteIds: [north, desk.siteId] });
    expect(desk.services.sites.archivePreview(desk.admin, { id: north })).toEqual({
      onlySiteOf: 1,
      names: ['Bo Ek'],
      invitations: 0,
      lastOpen: false,
    });
    const before = everything(desk.db);
    await refused(() => archive(desk, north), 'site.only_site_of', { name: 'North Gate', people: 1 });
    await refused(() => archive(desk, north, { moveTo: north }), 'site.not_found');
    expect(everything(desk.db)).toEqual(before);
  });

  it('moves those who have no other site, takes it from the others, and audits each person', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const only = await desk.person({ siteIds: [north] });
    const both = await desk.person({ siteIds: [north, desk.siteId] });
    archive(desk, north, { moveTo: desk.siteId });
    for (const id of [only, both]) {
      expect(desk.services.users.get(desk.admin, { id }).sites.map((site) => site.name)).toEqual([
        'Harbour House',
      ]);
    }
    expect(auditOf(desk.db, 'user.update')).toMatchObject([
      {
        subjectId: only,
        data: { sites: { before: named('North Gate'), after: named('Harbour House') }, by: 'site.archive' },
      },
      {
        subjectId: both,
        data: { sites: { before: named('Harbour House', 'North Gate'), after: named('Harbour House') } },
      },
    ]);
    expect(auditOf(desk.db, 'site.archive').at(-1)?.data).toMatchObject({
      name: 'North Gate',
      movedTo: 'Harbour House',
      peopleMoved: 1,
    });
  });

  it('asks what becomes of live invitations: they move', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const ready = desk.services.invitations.create(desk.admin, {
      email: 'bo@marina.example',
      role: 'member',
      siteIds: [north],
    });
    await refused(() => archive(desk, north), 'site.has_invitations', { name: 'North Gate', invitations: 1 });
    await refused(() => archive(desk, north, { invitations: 'move' }), 'site.has_invitations');
    archive(desk, north, { moveTo: desk.siteId, invitations: 'move' });
    expect(desk.services.invitations.lookUp({ secret: ready.code }).siteNames).toEqual(['Harbour House']);
    await desk.services.invitations.accept({
      secret: ready.code,
      displayName: 'Bo Ek',
      password: ownPassword,
    });
  });

  it('or are removed; accepted ones keep what they said', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const invited = (email: string) =>
      desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [north] });
    const accepted = invited('kim@marina.example');
    await desk.services.invitations.accept({
      secret: accepted.code,
      displayName: 'Kim Ray',
      password: ownPassword,
    });
    const ready = invited('bo@marina.example');
    archive(desk, north, { moveTo: desk.siteId, invitations: 'remove' });
    await refused(() => desk.services.invitations.lookUp({ secret: ready.code }), 'invitation.dead');
    await refused(() => desk.services.invitations.lookUp({ secret: accepted.code }), 'invitation.accepted');
  });

  it('is refused to a stale version and a second time', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    desk.services.sites.rename(desk.admin, { id: north, version: 1, name: 'Northern Gate' });
    const stale = { id: north, version: 1, moveTo: null, invitations: null };
    await refused(() => desk.services.sites.archive(desk.admin, stale), 'site.changed_meanwhile');
    archive(desk, north);
    await refused(() => archive(desk, north), 'site.archived', { name: 'Northern Gate' });
  });
});
