import { describe, expect, it } from 'vitest';
import type { DecidedLine } from '../../../core/contract/many-invitations';
import type { ReadDb, SqlValue } from '../../../core/db/types';
import { knownAddresses } from '../../../core/services/invitations/known-addresses';
import { brokenEntry } from '../../support/audit-chain';
import { givenLicence } from '../../support/licence/development';
import { createDesk, type Desk, day, ownPassword } from './desk';
import { auditOf, countOf, everything, refused } from './observe';
import { secure } from './settings';

const invite = (email: string, reactivation = false): DecidedLine => ({ act: 'invite', email, reactivation });
const access = (desk: Desk) => ({ role: 'member' as const, siteIds: [desk.siteId] });

function send(desk: Desk, lines: DecidedLine[], actor = desk.admin) {
  return desk.services.invitations.createSome(actor, { ...access(desk), lines }).lines;
}

function preview(desk: Desk, addresses: string[], actor = desk.admin) {
  return desk.services.invitations.preview(actor, { ...access(desk), addresses });
}

function later(desk: Desk, ms: number) {
  desk.clock.advance(ms);
  desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
}

/** What a line came to: the address it went to, or the code of its refusal. */
const came = (lines: ReturnType<typeof send>) =>
  lines.map((line) => (line.ok ? line.ready.email : line.error.code));

describe('the preview', () => {
  it('names what there is about an address, in the order of the lines', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const { invitations, users } = desk.services;
    const bo = await desk.person({ email: 'Bo@x.example', displayName: 'Bo Ek' });
    const cy = await desk.person({ email: 'cy@x.example', displayName: 'Cy Ott' });
    users.deactivate(desk.admin, { id: cy });
    const old = invitations.create(desk.admin, { email: 'old@x.example', ...access(desk) });
    later(desk, 7 * day);
    const lead = invitations.create(desk.admin, {
      email: 'lead@x.example',
      role: 'site_admin',
      siteIds: [north, desk.siteId],
    });
    const before = everything(desk.db);
    const { lines, seats } = preview(desk, [
      'new@x.example',
      'bo@x.example',
      'cy@x.example',
      'old@x.example',
      'lead@x.example',
      'NEW@X.example',
      'not one',
    ]);
    expect(lines).toEqual([
      { outcome: 'new' },
      { outcome: 'alreadyActive', userId: bo, email: 'Bo@x.example', displayName: 'Bo Ek' },
      { outcome: 'reactivation', email: 'cy@x.example', displayName: 'Cy Ott' },
      {
        outcome: 'resend',
        invitationId: old.id,
        email: 'old@x.example',
        expired: true,
        role: 'member',
        siteNames: ['Harbour House'],
        differs: false,
      },
      {
        outcome: 'resend',
        invitationId: lead.id,
        email: 'lead@x.example',
        expired: false,
        role: 'site_admin',
        siteNames: ['Harbour House', 'North Gate'],
        differs: true,
      },
      { outcome: 'duplicate', of: 0 },
      { outcome: 'invalid', problem: 'at_sign' },
    ]);
    expect(seats).toBeNull();
    expect(everything(desk.db)).toEqual(before);
  });

  it('tells a Site-Admin nothing of addresses out of reach', async () => {
    const desk = await createDesk();
    const south = desk.site('South Gate');
    secure(desk, { delegation: true });
    await desk.person({ email: 'active@x.example', siteIds: [south] });
    const gone = await desk.person({ email: 'gone@x.example' });
    desk.services.users.deactivate(desk.admin, { id: gone });
    desk.services.invitations.create(desk.admin, {
      email: 'invited@x.example',
      role: 'member',
      siteIds: [south],
    });
    const sam = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId] });
    const { lines } = preview(
      desk,
      ['active@x.example', 'gone@x.example', 'invited@x.example', 'b@x.example'],
      sam,
    );
    const unavailable = { outcome: 'unavailable' };
    expect(lines).toEqual([unavailable, unavailable, unavailable, { outcome: 'new' }]);
    const wanted = { role: 'member' as const, siteIds: [south], addresses: ['b@x.example'] };
    await refused(() => desk.services.invitations.preview(sam, wanted), 'site.not_found');
    await refused(
      () => desk.services.invitations.preview(sam, { ...wanted, role: 'tenant_admin', siteIds: [] }),
      'access.denied',
    );
  });

  it('counts seats down, and those who hold one already take no other', async () => {
    const desk = await createDesk();
    desk.services.invitations.create(desk.admin, { email: 'pending@x.example', ...access(desk) });
    await givenLicence(desk, { limits: { users: 3 } });
    const { lines, seats } = preview(desk, [
      'a@x.example',
      'b@x.example',
      'pending@x.example',
      'c@x.example',
    ]);
    expect(lines.map((line) => line.outcome)).toEqual(['new', 'noSeat', 'resend', 'noSeat']);
    expect(seats).toEqual({ used: 2, limit: 3, tier: 'Enterprise' });
  });
});

it('finds 2 000 addresses along the indexes of addresses, in two queries', async () => {
  const desk = await createDesk();
  const plans: string[] = [];
  const db: ReadDb = {
    ...desk.db,
    statement: <Row>(sql: string) => {
      const all = (...parameters: SqlValue[]) => {
        const steps = desk.db.statement<{ detail: string }>(`explain query plan ${sql}`).all(...parameters);
        plans.push(steps.map(({ detail }) => detail).join('; '));
        return desk.db.statement<Row>(sql).all(...parameters);
      };
      return { ...desk.db.statement<Row>(sql), all };
    },
  };
  knownAddresses(db, ['a@x.example']);
  expect(plans).toEqual([
    expect.stringMatching(
      /SEARCH u USING INDEX user_email_key \(email_key=\?\).*SEARCH s USING .*user_site_live/,
    ),
    expect.stringMatching(
      /SEARCH i USING INDEX invitation_live_email \(email_key=\?\).*SEARCH s USING .*invitation_site_live/,
    ),
  ]);
});

describe('many at once', () => {
  it('each with its own link and code, in the list at once, audited like one', async () => {
    const desk = await createDesk();
    const lines = send(desk, [invite('a@x.example'), invite('b@x.example')]);
    const ready = lines.flatMap((line) => (line.ok ? [line.ready] : []));
    expect(ready.map((one) => one.email)).toEqual(['a@x.example', 'b@x.example']);
    expect(new Set(ready.flatMap(({ link, code }) => [link, code])).size).toBe(4);
    for (const { code, email } of ready)
      expect(desk.services.invitations.lookUp({ secret: code })).toMatchObject({
        email,
        siteNames: ['Harbour House'],
      });
    expect(desk.services.directory.statistics(desk.admin)).toMatchObject({ pending: { total: 2 } });
    expect(auditOf(desk.db, 'invitation.create').map((entry) => entry.data.email)).toEqual([
      'a@x.example',
      'b@x.example',
    ]);
    expect(desk.announced).toEqual([{ kind: 'directory' }]);
  });

  it('a line that no longer fits is refused with its reason, leaves nothing, and the others stand', async () => {
    const desk = await createDesk();
    const { invitations, users } = desk.services;
    const cy = await desk.person({ email: 'cy@x.example' });
    const dee = await desk.person({ email: 'dee@x.example' });
    users.deactivate(desk.admin, { id: dee });
    const taken = invitations.create(desk.admin, { email: 'taken@x.example', ...access(desk) });
    const gone = invitations.create(desk.admin, { email: 'gone@x.example', ...access(desk) });
    invitations.create(desk.admin, { email: 'pending@x.example', ...access(desk) });
    await invitations.accept({ secret: taken.code, displayName: 'Tia', password: ownPassword });
    invitations.remove(desk.admin, { id: gone.id });
    const rows = countOf(desk.db, 'invitation');
    const lines = send(desk, [
      invite('first@x.example'),
      invite('cy@x.example'),
      invite('dee@x.example'),
      invite('stranger@x.example', true),
      invite('pending@x.example'),
      { act: 'resend', invitationId: taken.id },
      { act: 'resend', invitationId: gone.id },
      invite('last@x.example'),
    ]);
    expect(came(lines)).toEqual([
      'first@x.example',
      'invitation.email_active',
      'invitation.changed_meanwhile',
      'invitation.changed_meanwhile',
      'invitation.already_pending',
      'invitation.accepted',
      'invitation.not_found',
      'last@x.example',
    ]);
    expect(lines[1]).toMatchObject({ error: { data: { userId: cy, email: 'cy@x.example' } } });
    expect(countOf(desk.db, 'invitation')).toBe(rows + 2);
    const stored = JSON.stringify(everything(desk.db));
    expect(stored).not.toContain('stranger@x.example');
    expect(users.get(desk.admin, { id: dee }).reactivation).toBeNull();
    expect(brokenEntry(desk.db)).toBeNull();
  });

  it('an expired invitation is replaced with what is chosen now, and stays when the line is refused', async () => {
    const desk = await createDesk();
    const { invitations } = desk.services;
    const old = invitations.create(desk.admin, { email: 'old@x.example', role: 'tenant_admin', siteIds: [] });
    later(desk, 7 * day);
    await givenLicence(desk, { limits: { users: 1 } });
    expect(came(send(desk, [invite('old@x.example')]))).toEqual(['licence.users']);
    await refused(() => invitations.lookUp({ secret: old.code }), 'invitation.expired');
    await givenLicence(desk, { limits: { users: 2 } });
    const [line] = send(desk, [invite('old@x.example')]);
    if (!line?.ok) throw new Error('refused');
    expect(invitations.lookUp({ secret: line.ready.code })).toMatchObject({ role: 'member' });
    await refused(() => invitations.lookUp({ secret: old.code }), 'invitation.dead');
  });

  it('fills the licence to the last seat, refuses the rest with what is used, and notes the attempt once', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { limits: { users: 3 } });
    const lines = send(
      desk,
      ['a', 'b', 'c', 'd'].map((name) => invite(`${name}@x.example`)),
    );
    expect(came(lines)).toEqual(['a@x.example', 'b@x.example', 'licence.users', 'licence.users']);
    expect(lines[3]).toMatchObject({ error: { data: { used: 3, limit: 3, tier: 'Enterprise' } } });
    expect(desk.services.licence.get(desk.admin).users).toEqual({ used: 3, limit: 3 });
    expect(auditOf(desk.db, 'access.denied').map((entry) => entry.data)).toEqual([
      { actorName: 'Ada Lindqvist', route: 'invitations.createSome', reason: 'licence.users', lines: 2 },
    ]);
  });

  it('is refused whole where the act itself may not be', async () => {
    const desk = await createDesk();
    const { invitations } = desk.services;
    const before = everything(desk.db);
    const lines = [invite('a@x.example')];
    await refused(
      () => invitations.createSome(desk.admin, { role: 'member', siteIds: [], lines }),
      'role.needs_site',
    );
    const stranger = { ...desk.admin, sessionId: '01900000-0000-7000-8000-000000000000' };
    await refused(() => send(desk, lines, stranger), 'access.session_required');
    expect(everything(desk.db)).toEqual(before);
    await givenLicence(desk, { validUntil: desk.clock.now() + day });
    later(desk, 32 * day);
    await refused(() => send(desk, lines), 'licence.read_only');
    await refused(() => preview(desk, ['a@x.example']), 'licence.read_only');
  });

  it('a Site-Admin sends within their own sites only', async () => {
    const desk = await createDesk();
    const south = desk.site('South Gate');
    secure(desk, { delegation: true });
    const { invitations } = desk.services;
    const theirs = invitations.create(desk.admin, {
      email: 'theirs@x.example',
      role: 'member',
      siteIds: [south],
    });
    const own = invitations.create(desk.admin, { email: 'own@x.example', ...access(desk) });
    const sam = await desk.actor({ role: 'site_admin', siteIds: [desk.siteId] });
    const lines = send(
      desk,
      [
        invite('b@x.example'),
        invite('theirs@x.example'),
        { act: 'resend', invitationId: theirs.id },
        { act: 'resend', invitationId: own.id },
      ],
      sam,
    );
    expect(came(lines)).toEqual([
      'b@x.example',
      'user.address_unavailable',
      'invitation.not_found',
      'own@x.example',
    ]);
  });

  it('that a list of codes was saved is written down before', async () => {
    const desk = await createDesk();
    desk.services.invitations.noteSavedList(desk.admin, 12);
    expect(auditOf(desk.db, 'invitation.save_list')).toMatchObject([{ data: { invitations: 12 } }]);
  });
});
