import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../core/db/types';
import { createErasing } from '../../../core/services/erasure/create-erasing';
import { eraserOver } from '../../../core/services/erasure/eraser';
import { fileErasureList } from '../../../electron/platform/erasure-list';
import { brokenEntry } from '../../support/audit-chain';
import { givenUser } from '../../support/builders';
import { tempFolder } from '../../support/db';
import { testKey } from '../../support/options';
import { plainPages } from '../../support/plain-pages';
import { actorOf, createDesk, type Desk, day, temporaryPassword } from './desk';
import { givenMailServer, invite, send, sendVia } from './mailing';
import { auditOf, refused } from './observe';
import { tab, visitOf } from './visiting';

/**
 * Whoever is erased is nowhere in the file any more, read byte by byte without its encryption: rows, free pages, segments of
 * the search index, write-ahead log. Names hold letters that stand nowhere else, so that a single trigram left shows.
 */

/** What the app does by itself within a second. */
function aMomentLater({ db }: Desk): void {
  const list = fileErasureList(join(tempFolder(), 'atrium.erasures'));
  const erasing = createErasing({ ...eraserOver(db), list });
  erasing.start();
  erasing.tick();
}

/** Which of these can still be read in the file, and in which columns they stand. */
function traces({ db }: Desk, needles: readonly string[]): string[] {
  const bytes = plainPages(db.path, testKey);
  for (const known of ['CREATE TABLE', 'Harbour House']) expect(bytes.includes(known)).toBe(true);
  const found = needles.filter((needle) => bytes.includes(needle));
  return found.flatMap((needle) => [`${needle} in the file`, ...columnsWith(db, needle)]);
}

function columnsWith(db: Database, needle: string): string[] {
  const tables = db.statement<{ name: string }>("select name from sqlite_master where type = 'table'").all();
  const columns = tables.flatMap(({ name }) =>
    db
      .statement<Record<string, unknown>>(`select * from "${name}"`)
      .all()
      .flatMap(Object.entries)
      .filter(([, value]) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value))).includes(needle))
      .map(([column]) => `${name}.${column}`),
  );
  return [...new Set(columns)].sort();
}

/** The search index takes in what waits beside it when enough waits: as many people as that takes. */
function fillIndex({ db }: Desk): void {
  for (let n = 0; n < 64; n += 1) givenUser(db, { status: 'inactive' });
}

const first = { email: 'orla.ʘne@q9za.example', displayName: 'Orlaʘ Fɮrst' };
const second = { email: 'ʬrla@q9zb.example', displayName: 'Orʬla Seconɖ' };
const passwords = ['first of many ferns', 'second of many ferns', 'third of many ferns'] as const;
const personal = ['ʘ', 'ɮ', 'ʬ', 'ɖ', 'q9za', 'q9zb', 'zq9', 'many ferns', temporaryPassword];

/** A person who is everywhere that one can be. Answers the id. */
async function wellKnown(desk: Desk): Promise<string> {
  const { users, invitations, sessions } = desk.services;
  const server = await givenMailServer();
  sendVia(desk, server);
  const { code } = invite(desk, first.email);
  fillIndex(desk);
  await send(desk);
  await invitations.accept({ secret: code, displayName: first.displayName, password: passwords[0] });
  fillIndex(desk);
  const held = await desk.signIn(first.email, passwords[0]);
  const id = held.userId;
  sessions.setPreferences(id, { theme: 'dark' });
  await sessions.changePassword(held, passwords[0], passwords[1]);
  await sessions.changePassword(held, passwords[1], passwords[2]);
  const version = () => users.get(desk.admin, { id }).version;
  const role = { role: 'tenant_admin' as const, siteIds: [], applyNow: false, currentPassword: null };
  await users.update(desk.admin, { id, version: version(), ...role, displayName: second.displayName });
  fillIndex(desk);
  users.changeEmail(desk.admin, { id, version: version(), email: second.email });
  fillIndex(desk);
  const self = actorOf(await desk.signIn(second.email, passwords[2]));
  invitations.create(self, { email: 'guest@else.example', role: 'member', siteIds: [desk.siteId] });
  users.deactivate(self, { id: await desk.person() });
  for (const email of [first.email, second.email]) {
    await refused(() => desk.signIn(email, 'a wrong guess'), 'sign_in.refused');
  }
  await users.resetPassword(desk.admin, { id, password: temporaryPassword });
  users.deactivate(desk.admin, { id });
  // The way back, with a mail that waits for a server that is away.
  invite(desk, second.email);
  await server.stop();
  await send(desk);
  fillIndex(desk);
  return id;
}

describe('nothing is left in the file', () => {
  it('of a person who was everywhere, and the log stays whole', async () => {
    const desk = await createDesk();
    const id = await wellKnown(desk);
    for (const needle of ['ʘ', 'ɮ', 'ʬ', 'ɖ', 'q9za', 'q9zb', 'third of many ferns']) {
      expect(traces(desk, [needle]), needle).not.toEqual([]);
    }
    desk.services.users.delete(desk.admin, { id });
    aMomentLater(desk);
    expect(traces(desk, personal)).toEqual([]);
    expect(brokenEntry(desk.db)).toBeNull();
  });

  it('of passwords that were replaced twice, while the person is there', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: second.email });
    await desk.services.users.resetPassword(desk.admin, { id, password: temporaryPassword });
    const held = await desk.signIn(second.email, temporaryPassword);
    await desk.services.sessions.choosePassword(held, passwords[0]);
    await desk.services.sessions.changePassword(held, passwords[0], passwords[1]);
    await desk.services.sessions.changePassword(held, passwords[1], passwords[2]);
    desk.db.client.pragma('wal_checkpoint(truncate)');
    expect(traces(desk, [passwords[0], temporaryPassword])).toEqual([]);
    expect(traces(desk, [passwords[1]])).toContain('credential.previous_hash');
  });

  it('of a host but in the visits they had', async () => {
    const desk = await createDesk();
    const id = await desk.person(second);
    const { checkIn, checkOut, cancel } = desk.services.visits;
    const [one, two] = [visitOf(desk, { hostId: id }), visitOf(desk, { hostId: id })];
    checkIn(desk.admin, { id: one });
    checkOut(desk.admin, { id: one });
    desk.services.users.delete(desk.admin, { id });
    cancel(desk.admin, { id: two });
    aMomentLater(desk);
    expect(traces(desk, ['ʬ'])).toEqual(['ʬ in the file', 'visit.host_key', 'visit.host_name']);
    expect(tab(desk, 'history').rows.map(({ hostName }) => hostName)).toEqual([
      second.displayName,
      second.displayName,
    ]);
    expect(auditOf(desk.db, 'visit.check_in')).toMatchObject([{ data: { host: null } }]);
  });

  it('of an invitation that was removed', async () => {
    const desk = await createDesk();
    sendVia(desk, { port: 9 });
    const { id, code } = invite(desk, first.email);
    fillIndex(desk);
    expect(traces(desk, ['ʘ'])).not.toEqual([]);
    desk.services.invitations.remove(desk.admin, { id });
    aMomentLater(desk);
    expect(traces(desk, ['ʘ', 'q9za', 'zq9', code])).toEqual([]);
    expect(brokenEntry(desk.db)).toBeNull();
  });

  it('of a visitor after the time their visit is kept for', async () => {
    const desk = await createDesk();
    const id = visitOf(desk, {
      visitorName: second.displayName,
      company: 'ʘrla Ltd',
      visitorEmail: first.email,
      purpose: 'tasting ɮuniper',
    });
    desk.services.visits.checkIn(desk.admin, { id });
    desk.services.visits.checkOut(desk.admin, { id });
    for (const needle of ['ʘ', 'ɮ', 'ʬ', 'q9za']) expect(traces(desk, [needle])).not.toEqual([]);
    desk.clock.advance(366 * day);
    desk.services.due.run();
    aMomentLater(desk);
    expect(traces(desk, ['ʘ', 'ɮ', 'ʬ', 'ɖ', 'q9za'])).toEqual([]);
    expect(brokenEntry(desk.db)).toBeNull();
  });
});
