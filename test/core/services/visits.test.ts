import { describe, expect, it } from 'vitest';
import { contract } from '../../../core/contract';
import { brokenEntry } from '../../support/audit-chain';
import { givenLicence } from '../../support/licence/development';
import { actorOf, createDesk, day, hour, minute, ownPassword } from './desk';
import { auditOf, everything, refused } from './observe';
import { namesIn, tab, visitOf } from './visiting';

describe('registering a visit', () => {
  it('takes times that a calendar can show, up to the end of 9999', () => {
    const { input } = contract['visits.register'];
    const at = (expectedArrivalAt: number) =>
      input.shape.expectedArrivalAt.safeParse(expectedArrivalAt).success;
    expect([Date.UTC(9999, 11, 31), 8_640_000_000_000_000, -1].map(at)).toEqual([true, false, false]);
  });

  it('makes an expected visit with the host named as they are called now', async () => {
    const desk = await createDesk();
    const hostId = await desk.person({ displayName: 'Bo Ek' });
    desk.announced.length = 0;
    const id = visitOf(desk, {
      hostId,
      company: 'Lumen AB',
      visitorEmail: 'Vera@Lumen.example',
      purpose: '',
    });
    const page = tab(desk, 'expected');
    expect(page).toMatchObject({ next: null, counts: { expected: 1, onSite: 0 } });
    expect(page.rows).toEqual([
      {
        id,
        version: 1,
        siteId: desk.siteId,
        state: 'expected',
        visitorName: 'Vera Holm',
        company: 'Lumen AB',
        visitorEmail: 'Vera@Lumen.example',
        purpose: null,
        hostId,
        hostName: 'Bo Ek',
        hostGone: false,
        overdue: false,
        expectedArrivalAt: desk.clock.now(),
        expectedDepartureAt: expect.any(Number),
        checkedInAt: null,
        checkedOutAt: null,
        cancelledAt: null,
      },
    ]);
    expect(desk.announced).toEqual([{ kind: 'visits' }]);
    expect(auditOf(desk.db, 'visit.register')).toMatchObject([
      {
        actorId: desk.admin.userId,
        subjectId: id,
        data: {
          visitor: 'Vera Holm',
          company: 'Lumen AB',
          host: 'Bo Ek',
          site: 'Harbour House',
          purpose: null,
        },
      },
    ]);
  });

  it('takes the times as given; arrival may be past, departure must come after it and be ahead', async () => {
    const desk = await createDesk();
    const now = desk.clock.now();
    visitOf(desk, { expectedArrivalAt: now - hour, expectedDepartureAt: now + 1 });
    const reversed = { expectedArrivalAt: now + hour, expectedDepartureAt: now + hour };
    await refused(() => visitOf(desk, reversed), 'visit.times_reversed');
    const past = { expectedArrivalAt: now - hour, expectedDepartureAt: now };
    await refused(() => visitOf(desk, past), 'visit.departure_past');
    await refused(() => visitOf(desk, { expectedArrivalAt: now - 2 * day }), 'visit.departure_past');
    expect(tab(desk, 'expected').rows).toHaveLength(1);
  });

  it('needs an open site and an active host with access to it', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const there = await desk.person({ siteIds: [north] });
    await refused(() => visitOf(desk, { hostId: there }), 'visit.host_unknown');
    const gone = await desk.person();
    desk.services.users.deactivate(desk.admin, { id: gone });
    await refused(() => visitOf(desk, { hostId: gone }), 'visit.host_unknown');
    await refused(() => visitOf(desk, { hostId: north }), 'visit.host_unknown');
    await refused(() => visitOf(desk, { siteId: there }), 'site.not_found');
    visitOf(desk, { siteId: north, hostId: there });
    visitOf(desk, { siteId: north, hostId: desk.admin.userId });
    desk.services.sites.archive(desk.admin, {
      id: north,
      version: 1,
      moveTo: desk.siteId,
      invitations: null,
    });
    await refused(() => visitOf(desk, { siteId: north }), 'site.archived', { name: 'North Gate' });
    expect(tab(desk, 'expected', { siteId: north }).rows).toHaveLength(2);
  });
});

describe('a visit', () => {
  it('goes from expected to on site to left', async () => {
    const desk = await createDesk();
    const { checkIn, checkOut } = desk.services.visits;
    const id = visitOf(desk);
    desk.clock.advance(minute);
    desk.announced.length = 0;
    checkIn(desk.admin, { id });
    const arrived = desk.clock.now();
    expect(tab(desk, 'onSite')).toMatchObject({
      rows: [{ id, state: 'onSite', checkedInAt: arrived }],
      counts: { expected: 0, onSite: 1 },
    });
    desk.clock.advance(hour);
    checkOut(desk.admin, { id });
    expect(tab(desk, 'history')).toMatchObject({
      rows: [{ id, state: 'left', checkedInAt: arrived, checkedOutAt: arrived + hour }],
      counts: { expected: 0, onSite: 0 },
    });
    expect(desk.announced).toEqual([{ kind: 'visits' }, { kind: 'visits' }]);
    expect(
      auditOf(desk.db)
        .map((entry) => entry.action)
        .slice(-2),
    ).toEqual(['visit.check_in', 'visit.check_out']);
    expect(brokenEntry(desk.db)).toBeNull();
  });

  it('is cancelled only while it is expected', async () => {
    const desk = await createDesk();
    const { cancel, checkIn } = desk.services.visits;
    const id = visitOf(desk);
    cancel(desk.admin, { id });
    expect(tab(desk, 'history').rows).toMatchObject([
      { id, state: 'cancelled', cancelledAt: desk.clock.now() },
    ]);
    await refused(() => cancel(desk.admin, { id }), 'visit.state', { state: 'cancelled' });
    await refused(() => checkIn(desk.admin, { id }), 'visit.state', { state: 'cancelled' });
  });

  it('expires the millisecond its departure comes, and not before', async () => {
    const desk = await createDesk();
    const id = visitOf(desk, { expectedDepartureAt: desk.clock.now() + hour });
    desk.clock.advance(hour - 1);
    expect(tab(desk, 'expected')).toMatchObject({ rows: [{ id }], counts: { expected: 1 } });
    expect(tab(desk, 'history').rows).toEqual([]);
    desk.clock.advance(1);
    expect(tab(desk, 'expected')).toMatchObject({ rows: [], counts: { expected: 0 } });
    expect(tab(desk, 'history').rows).toMatchObject([{ id, state: 'expired' }]);
    const { checkIn, checkOut, cancel } = desk.services.visits;
    for (const act of [checkIn, checkOut, cancel]) {
      await refused(() => act(desk.admin, { id }), 'visit.state', { state: 'expired' });
    }
  });

  it('of somebody still on site after the time is overdue, not gone', async () => {
    const desk = await createDesk();
    const id = visitOf(desk, { expectedDepartureAt: desk.clock.now() + hour });
    desk.services.visits.checkIn(desk.admin, { id });
    desk.clock.advance(hour - 1);
    expect(tab(desk, 'onSite').rows).toMatchObject([{ overdue: false }]);
    desk.clock.advance(1);
    expect(tab(desk, 'onSite').rows).toMatchObject([{ state: 'onSite', overdue: true }]);
    expect(tab(desk, 'history').rows).toEqual([]);
    desk.services.visits.checkOut(desk.admin, { id });
  });

  it('is acted on once: the second window is told what it is now, and nothing is written', async () => {
    const desk = await createDesk();
    const colleague = await desk.actor({ role: 'site_admin' });
    const { checkIn, checkOut, cancel } = desk.services.visits;
    const id = visitOf(desk);
    checkIn(desk.admin, { id });
    const before = everything(desk.db, ['session']);
    await refused(() => checkIn(colleague, { id }), 'visit.state', { state: 'onSite' });
    await refused(() => cancel(colleague, { id }), 'visit.state', { state: 'onSite' });
    expect(everything(desk.db, ['session'])).toEqual(before);
    checkOut(colleague, { id });
    await refused(() => checkOut(desk.admin, { id }), 'visit.state', { state: 'left' });
    await refused(() => checkOut(desk.admin, { id: desk.siteId }), 'visit.not_found');
  });

  it('of an archived site can still be completed', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const [come, cancelled] = [visitOf(desk, { siteId: north }), visitOf(desk, { siteId: north })];
    desk.services.sites.archive(desk.admin, { id: north, version: 1, moveTo: null, invitations: null });
    expect(tab(desk, 'expected', { siteId: north }).rows).toHaveLength(2);
    desk.services.visits.checkIn(desk.admin, { id: come });
    desk.services.visits.checkOut(desk.admin, { id: come });
    desk.services.visits.cancel(desk.admin, { id: cancelled });
    expect(tab(desk, 'history', { siteId: north }).rows).toHaveLength(2);
  });
});

describe('the host', () => {
  const rename = async (desk: Awaited<ReturnType<typeof createDesk>>, id: string, displayName: string) => {
    const { version, role, sites } = desk.services.users.get(desk.admin, { id });
    const siteIds = sites.map((site) => site.id);
    const edit = { id, version, displayName, role: role ?? 'member', siteIds, applyNow: false };
    await desk.services.users.update(desk.admin, { ...edit, currentPassword: null });
  };

  it('is named as at registration, again at check-in, and never after', async () => {
    const desk = await createDesk();
    const hostId = await desk.person({ displayName: 'Bo Ek' });
    const id = visitOf(desk, { hostId });
    const expired = visitOf(desk, { hostId, expectedDepartureAt: desk.clock.now() + minute });
    const cancelled = visitOf(desk, { hostId });
    desk.services.visits.cancel(desk.admin, { id: cancelled });
    await rename(desk, hostId, 'Bo Alm');
    expect(tab(desk, 'expected').rows).toMatchObject([{ hostName: 'Bo Ek' }, { hostName: 'Bo Ek' }]);
    desk.services.visits.checkIn(desk.admin, { id });
    expect(auditOf(desk.db, 'visit.check_in').at(-1)?.data).toMatchObject({
      host: 'Bo Alm',
      hostName: { before: 'Bo Ek', after: 'Bo Alm' },
    });
    await rename(desk, hostId, 'Bo Berg');
    expect(tab(desk, 'onSite').rows).toMatchObject([{ id, hostName: 'Bo Alm' }]);
    desk.services.visits.checkOut(desk.admin, { id });
    desk.clock.advance(minute);
    expect(tab(desk, 'history').rows.map((row) => [row.id, row.hostName])).toEqual([
      [expired, 'Bo Ek'],
      ...[id, cancelled]
        .sort()
        .reverse()
        .map((one) => [one, one === id ? 'Bo Alm' : 'Bo Ek']),
    ]);
    expect(namesIn(tab(desk, 'history', { search: 'bo alm' }))).toHaveLength(1);
  });

  it.each(['deactivated', 'deleted'] as const)(
    'who is %s marks open visits and changes none',
    async (how) => {
      const desk = await createDesk();
      const { visits, users } = desk.services;
      const hostId = await desk.person({ displayName: 'Bo Ek' });
      const [here, left, waiting] = [1, 2, 3].map(() => visitOf(desk, { hostId })) as [
        string,
        string,
        string,
      ];
      for (const id of [here, left]) visits.checkIn(desk.admin, { id });
      visits.checkOut(desk.admin, { id: left });
      await rename(desk, hostId, 'Bo Alm');
      if (how === 'deactivated') users.deactivate(desk.admin, { id: hostId });
      else users.delete(desk.admin, { id: hostId });
      expect(tab(desk, 'expected').rows).toMatchObject([{ hostName: 'Bo Ek', hostGone: true }]);
      expect(tab(desk, 'onSite').rows).toMatchObject([{ hostName: 'Bo Ek', hostGone: true }]);
      expect(tab(desk, 'history').rows).toMatchObject([{ hostName: 'Bo Ek', hostGone: false }]);
      visits.checkIn(desk.admin, { id: waiting });
      expect(tab(desk, 'onSite').rows.map((row) => row.hostName)).toEqual(['Bo Ek', 'Bo Ek']);
    },
  );
});

describe('who has to do with a visit', () => {
  it('follows role and sites', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const siteAdmin = await desk.actor({ role: 'site_admin', displayName: 'Sia' });
    const member = await desk.actor({ displayName: 'Mia', email: 'mia@marina.example' });
    const other = await desk.actor({ displayName: 'Oda' });
    const elsewhere = await desk.actor({ displayName: 'Eli', siteIds: [north] });

    const forMember = visitOf(desk, { hostId: member.userId, visitorName: 'For Mia' });
    const byMember = visitOf(desk, { hostId: member.userId, visitorName: 'By Mia' }, member);
    const forOther = visitOf(desk, { hostId: other.userId, visitorName: 'For Oda' }, siteAdmin);
    const atNorth = visitOf(desk, { siteId: north, visitorName: 'North' });

    const seen = (by: typeof member) => namesIn(tab(desk, 'expected', { by })).sort();
    expect(seen(desk.admin)).toEqual(['By Mia', 'For Mia', 'For Oda']);
    expect(seen(siteAdmin)).toEqual(['By Mia', 'For Mia', 'For Oda']);
    expect(seen(member)).toEqual(['By Mia', 'For Mia']);
    expect(tab(desk, 'expected', { by: member }).counts).toEqual({ expected: 2, onSite: 0 });
    expect(seen(other)).toEqual(['For Oda']);
    for (const by of [siteAdmin, member]) {
      await refused(() => tab(desk, 'expected', { by, siteId: north }), 'site.not_found');
      await refused(() => visitOf(desk, { siteId: north, hostId: by.userId }, by), 'site.not_found');
    }
    await refused(() => tab(desk, 'expected', { by: elsewhere }), 'site.not_found');

    const { checkIn, checkOut, cancel } = desk.services.visits;
    for (const act of [checkIn, checkOut, cancel]) {
      await refused(() => act(member, { id: forOther }), 'visit.not_found');
      await refused(() => act(member, { id: atNorth }), 'visit.not_found');
      await refused(() => act(siteAdmin, { id: atNorth }), 'visit.not_found');
      await refused(() => act(elsewhere, { id: forMember }), 'visit.not_found');
    }
    await refused(() => visitOf(desk, { hostId: other.userId }, member), 'visit.host_unknown');
    checkIn(member, { id: forMember });
    checkIn(siteAdmin, { id: byMember });
    expect(tab(desk, 'onSite', { by: member }).counts).toEqual({ expected: 0, onSite: 2 });
    checkOut(member, { id: byMember });
    expect(namesIn(tab(desk, 'history', { by: member }))).toEqual(['By Mia']);
    expect(namesIn(tab(desk, 'history', { by: other }))).toEqual([]);
  });

  it('is decided by the stored role and sites for writing, by the grant for seeing', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const email = 'sia@marina.example';
    const siteIds = [desk.siteId, north];
    const id = await desk.person({ email, role: 'site_admin', siteIds });
    const actor = actorOf(await desk.signIn(email, ownPassword));
    const mine = visitOf(desk, { hostId: id });
    const others = visitOf(desk);
    const atNorth = visitOf(desk, { siteId: north, hostId: id });
    const { version, displayName } = desk.services.users.get(desk.admin, { id });
    const edit = {
      id,
      version,
      displayName,
      role: 'member' as const,
      siteIds: [desk.siteId],
      applyNow: false,
    };
    await desk.services.users.update(desk.admin, { ...edit, currentPassword: null });

    expect(tab(desk, 'expected', { by: actor }).rows).toHaveLength(2);
    const { checkIn } = desk.services.visits;
    await refused(() => checkIn(actor, { id: others }), 'visit.not_found');
    await refused(() => checkIn(actor, { id: atNorth }), 'visit.not_found');
    await refused(() => visitOf(desk, { hostId: desk.admin.userId }, actor), 'visit.host_unknown');
    await refused(() => visitOf(desk, { siteId: north, hostId: id }, actor), 'site.not_found');
    checkIn(actor, { id: mine });
  });
});

describe('hosts to choose from', () => {
  it('are active people with access to the site, by name or address, at most twenty', async () => {
    const desk = await createDesk();
    await givenLicence(desk);
    const north = desk.site('North Gate');
    for (const [email, displayName, siteIds] of [
      ['asa@marina.example', 'Åsa Ångström', [desk.siteId]],
      ['eli@marina.example', 'Eli Ek', [north]],
      ['zoe@marina.example', 'Zoë Lind', [desk.siteId, north]],
    ] as const) {
      await desk.person({ email, displayName, siteIds: [...siteIds] });
    }
    const gone = await desk.person({ email: 'gone@marina.example' });
    desk.services.users.deactivate(desk.admin, { id: gone });
    desk.services.invitations.create(desk.admin, {
      email: 'invited@marina.example',
      role: 'member',
      siteIds: [desk.siteId],
    });
    const siteAdmin = await desk.actor({
      role: 'site_admin',
      email: 'sia@marina.example',
      displayName: 'Sia',
    });
    const hosts = (search: string, by = siteAdmin, siteId = desk.siteId) =>
      desk.services.visits.hosts(by, { siteId, search }).hosts.map((host) => host.name);
    expect(hosts('')).toEqual(['Ada Lindqvist', 'Åsa Ångström', 'Sia', 'Zoë Lind']);
    expect(hosts('', desk.admin, north)).toEqual(['Ada Lindqvist', 'Eli Ek', 'Zoë Lind']);
    expect(hosts('angst')).toEqual(['Åsa Ångström']);
    expect(hosts('LIND')).toEqual(['Ada Lindqvist', 'Zoë Lind']);
    expect(hosts('zoe@marina')).toEqual(['Zoë Lind']);
    expect(hosts('eli')).toEqual([]);
    await refused(() => hosts('', siteAdmin, north), 'site.not_found');
    const member = await desk.actor({ email: 'mia@marina.example', displayName: 'Mía Ray' });
    expect(hosts('', member)).toEqual(['Mía Ray']);
    expect(hosts('mia R', member)).toEqual(['Mía Ray']);
    expect(hosts('asa', member)).toEqual([]);
    for (let n = 0; n < 22; n += 1) await desk.person();
    expect(hosts('')).toHaveLength(20);
    expect(hosts('', desk.admin)).toHaveLength(20);
  });
});

describe('the tabs', () => {
  it('are sorted by what matters in each', async () => {
    const desk = await createDesk();
    const start = desk.clock.now();
    const { checkIn, checkOut, cancel } = desk.services.visits;
    const at = (visitorName: string, arrival: number, departure = 10) =>
      visitOf(desk, {
        visitorName,
        expectedArrivalAt: start + arrival * hour,
        expectedDepartureAt: start + departure * hour,
      });
    at('third', 3);
    at('first', 1);
    at('second', 2);
    expect(namesIn(tab(desk, 'expected'))).toEqual(['first', 'second', 'third']);
    const ids = ['a', 'b', 'c', 'd'].map((name) => at(name, 0, 5)) as [string, string, string, string];
    at('expired', 0, 2);
    checkIn(desk.admin, { id: ids[0] });
    desk.clock.advance(hour);
    checkIn(desk.admin, { id: ids[1] });
    checkIn(desk.admin, { id: ids[2] });
    cancel(desk.admin, { id: ids[3] });
    desk.clock.advance(2 * hour);
    checkOut(desk.admin, { id: ids[1] });
    expect(namesIn(tab(desk, 'onSite'))).toEqual(['c', 'a']);
    expect(namesIn(tab(desk, 'history'))).toEqual(['b', 'expired', 'd']);
  });

  it('go on page by page, whatever comes in between', async () => {
    const desk = await createDesk();
    const { page, cancel } = desk.services.visits;
    for (let n = 0; n < 25; n += 1) {
      const id = visitOf(desk, {
        visitorName: `Visitor ${n}`,
        expectedArrivalAt: desk.clock.now() + (n % 3),
      });
      if (n % 2 === 1) cancel(desk.admin, { id });
      if (n % 4 === 1) desk.clock.advance(1);
    }
    for (const which of ['expected', 'history'] as const) {
      const seen: string[] = [];
      let before: string | null = null;
      do {
        const query = { siteId: desk.siteId, tab: which, search: '', before, limit: 4 };
        const { rows, next }: ReturnType<typeof page> = page(desk.admin, query);
        expect(rows.length).toBeLessThanOrEqual(4);
        seen.push(...rows.map((row) => row.id));
        before = next;
        if (which === 'history') cancel(desk.admin, { id: visitOf(desk) });
      } while (before !== null);
      expect(seen).toHaveLength(which === 'expected' ? 13 : 12);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('refuse a cursor that is none, or of another tab', async () => {
    const desk = await createDesk();
    const { page } = desk.services.visits;
    for (let n = 0; n < 2; n += 1) visitOf(desk);
    const query = { siteId: desk.siteId, search: '', limit: 1 };
    const { next } = page(desk.admin, { ...query, tab: 'expected', before: null });
    for (const before of [next, '', 'x', '["history","1",2]', 'null']) {
      await refused(() => page(desk.admin, { ...query, tab: 'history', before }), 'request.malformed');
    }
  });

  it('search visitor, company and host, whatever case and accents', async () => {
    const desk = await createDesk();
    const hostId = await desk.person({ displayName: 'Łukasz Nowak' });
    visitOf(desk, { visitorName: 'Zoë  Ångström', company: 'Bücher & Söhne' });
    visitOf(desk, { visitorName: 'Vera Holm', company: 'Lumen AB', hostId });
    const found = (search: string) => namesIn(tab(desk, 'expected', { search }));
    expect(found('zoe ang')).toEqual(['Zoë  Ångström']);
    expect(found('ANGSTROM')).toEqual(['Zoë  Ångström']);
    expect(found(' bucher &  sohne ')).toEqual(['Zoë  Ångström']);
    expect(found('lukasz')).toEqual(['Vera Holm']);
    expect(found('m')).toHaveLength(2);
    expect(found('angstrom bucher')).toEqual([]);
    expect(found('%')).toEqual([]);
    const { counts } = tab(desk, 'expected', { search: 'nobody' });
    expect(counts).toEqual({ expected: 2, onSite: 0 });
  });
});

describe('the licence', () => {
  it('refuses a check-in beyond the month’s limit, and the next month takes it', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { tier: 'Small', limits: { checkInsPerMonth: 2 } });
    const stays = { expectedDepartureAt: desk.clock.now() + 30 * day };
    const ids = [1, 2, 3].map(() => visitOf(desk, stays)) as [string, string, string];
    const { checkIn, checkOut } = desk.services.visits;
    checkIn(desk.admin, { id: ids[0] });
    checkIn(desk.admin, { id: ids[1] });
    checkOut(desk.admin, { id: ids[0] });
    const before = everything(desk.db);
    const facts = { used: 2, limit: 2, tier: 'Small' };
    await refused(() => checkIn(desk.admin, { id: ids[2] }), 'licence.check_ins', facts);
    expect(everything(desk.db)).toEqual(before);
    desk.clock.advance(9 * day);
    const again = actorOf(desk.services.sessions.startFor(desk.admin.userId));
    checkIn(again, { id: ids[2] });
  });

  it('that has run out lets nobody in, but everybody out', async () => {
    const desk = await createDesk();
    const stays = { expectedDepartureAt: desk.clock.now() + 90 * day };
    const ids = [1, 2, 3].map(() => visitOf(desk, stays)) as [string, string, string];
    const { checkIn, checkOut, cancel } = desk.services.visits;
    checkIn(desk.admin, { id: ids[0] });
    const validUntil = desk.clock.now() + day;
    await givenLicence(desk, { validUntil });
    desk.clock.advance(40 * day);
    const actor = actorOf(desk.services.sessions.startFor(desk.admin.userId));
    await refused(() => checkIn(actor, { id: ids[1] }), 'licence.read_only', { validUntil });
    await refused(() => visitOf(desk, stays, actor), 'licence.read_only', { validUntil });
    checkOut(actor, { id: ids[0] });
    cancel(actor, { id: ids[1] });
    expect(tab(desk, 'expected', { by: actor }).rows).toHaveLength(1);
  });
});
