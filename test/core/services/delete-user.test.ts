import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../core/db/types';
import { rebuild } from '../../../core/services/directory/rebuild';
import { brokenEntry } from '../../support/audit-chain';
import { tempFolder } from '../../support/db';
import { testKey } from '../../support/options';
import { createDesk, type Desk, day, ownPassword, temporaryPassword } from './desk';
import { auditOf, countOf, everything, refused } from './observe';
import { tab, visitOf } from './visiting';

const email = 'Quetzal.Coatl@Marina.example';
const displayName = 'Quetzal Coatlsson';

/** A person with all that the app can know of one: two addresses, two names, sessions, a way back, failures, choices. */
async function wellKnown(desk: Desk): Promise<string> {
  const { users, invitations, sessions } = desk.services;
  const offer = { email: 'quetzal.first@marina.example', role: 'member' as const, siteIds: [desk.siteId] };
  const { code } = invitations.create(desk.admin, offer);
  await invitations.accept({ secret: code, displayName: 'Quetzal First', password: ownPassword });
  const { userId: id } = await desk.signIn('quetzal.first@marina.example');
  const edit = {
    id,
    role: 'member' as const,
    siteIds: [desk.siteId],
    applyNow: false,
    currentPassword: null,
  };
  const { version } = users.get(desk.admin, { id });
  const renamed = await users.update(desk.admin, { ...edit, version, displayName });
  users.changeEmail(desk.admin, { id, version: renamed.version, email });
  users.deactivate(desk.admin, { id });
  const back = invitations.create(desk.admin, { ...offer, email });
  await invitations.accept({ secret: back.code, displayName, password: temporaryPassword });
  const held = await desk.signIn(email, temporaryPassword);
  sessions.setPreferences(id, { theme: 'dark' });
  await refused(() => desk.signIn(email, 'quetzal wrong guess'), 'sign_in.refused');
  users.deactivate(desk.admin, { id });
  invitations.create(desk.admin, { ...offer, email });
  expect(held.userId).toBe(id);
  return id;
}

const needles = [/quetzal/i, /coatl/i, /cheap:v2:h7kq/];

/** Where a text still stands: every column of every table, the search index's own tables too. */
function places(db: Database, sought: readonly RegExp[]): string[] {
  const tables = db
    .statement<{ name: string }>("select name from sqlite_master where type = 'table' order by name")
    .all();
  return tables.flatMap(({ name }) =>
    db
      .statement<Record<string, unknown>>(`select * from "${name}"`)
      .all()
      .flatMap((row) => Object.entries(row).map(([column, value]) => [`${name}.${column}`, value] as const))
      .filter(([, value]) => {
        const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
        return sought.some((needle) => needle.test(text));
      })
      .map(([place]) => place),
  );
}

/** The bytes of the file without its encryption, pages that are free now included. */
function plainBytes(db: Database): string {
  db.client.pragma('wal_checkpoint(truncate)');
  const path = join(tempFolder(), 'plain.db');
  copyFileSync(db.path, path);
  const copy = new BetterSqlite3(path);
  copy.pragma("cipher = 'sqlcipher'");
  copy.pragma('legacy = 4');
  copy.pragma(`key = "x'${Buffer.from(testKey).toString('hex')}'"`);
  copy.pragma('journal_mode = delete');
  copy.pragma("rekey=''");
  copy.close();
  return readFileSync(path).toString('latin1');
}

describe('deleting a person', () => {
  it('erases them from every table and the file, and leaves the audit chain whole', async () => {
    const desk = await createDesk();
    const id = await wellKnown(desk);
    expect(places(desk.db, needles)).toContain('personal_value.value');
    expect(plainBytes(desk.db)).toMatch(/quetzal/i);

    desk.services.users.delete(desk.admin, { id });

    expect(places(desk.db, needles)).toEqual([]);
    expect(brokenEntry(desk.db)).toBeNull();
    const bytes = plainBytes(desk.db);
    expect(bytes).toContain('SQLite format 3');
    expect(bytes).toContain('Harbour House');
    for (const needle of needles) expect(bytes).not.toMatch(needle);
    const own = (table: string, column = 'user_id') => countOf(desk.db, `${table} where ${column} = '${id}'`);
    expect([own('preference'), own('user_activity'), own('session')]).toEqual([0, 0, 0]);
    expect(countOf(desk.db, "sign_in_back_off where kind = 'account'")).toBe(0);
    expect(own('personal_value', 'person_id')).toBe(0);
  });

  it('takes an earlier name out of the search index too, letter by letter', async () => {
    const desk = await createDesk();
    // No other word has it, so that it stands in the index as it is.
    const letter = 'ʘ';
    const indexed = () =>
      desk.db
        .statement<{ block: Buffer }>('select block from directory_search_data')
        .all()
        .some(({ block }) => block.includes(Buffer.from(letter)));
    const id = await desk.person({ displayName: `Bo ${letter.repeat(3)}` });
    // Past waiting beside the index.
    desk.db.write(null, rebuild);
    expect(indexed()).toBe(true);
    const { version } = desk.services.users.get(desk.admin, { id });
    await desk.services.users.update(desk.admin, {
      id,
      version,
      displayName: 'Bo Ek',
      role: 'member',
      siteIds: [desk.siteId],
      applyNow: false,
      currentPassword: null,
    });
    desk.services.users.delete(desk.admin, { id });
    expect(indexed()).toBe(false);
  });

  it('is told in the log by who did it; history elsewhere shows no name', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin', displayName: 'Eve Adams' });
    const id = await desk.person({ displayName: 'Bo Ek' });
    const { version } = desk.services.users.get(eve, { id });
    desk.services.users.setEndDate(eve, { id, version, leavesAt: desk.clock.now() + day });
    desk.services.users.delete(desk.admin, { id: eve.userId });
    expect(auditOf(desk.db, 'user.delete')).toMatchObject([
      {
        actorId: desk.admin.userId,
        subjectId: eve.userId,
        data: {
          actorName: 'Ada Lindqvist',
          subjectName: null,
          role: { before: 'tenant_admin', after: null },
        },
      },
    ]);
    const { entries } = desk.services.users.history(desk.admin, { id, before: null, limit: 1 });
    expect(entries[0]).toMatchObject({ action: 'user.set_end_date', actor: { id: eve.userId, name: null } });
  });

  it('ends their sessions at once, and they are nowhere to be found', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email, displayName });
    const { sessionId } = await desk.signIn(email);
    desk.services.users.delete(desk.admin, { id });
    const { users, sessions, directory } = desk.services;
    expect(sessions.check(sessionId)).toEqual({ live: false, why: 'deleted' });
    expect(desk.announced).toContainEqual({ kind: 'sessionsEnded', sessionIds: [sessionId], why: 'deleted' });
    await refused(() => users.get(desk.admin, { id }), 'user.not_found');
    await refused(() => users.history(desk.admin, { id, before: null, limit: 1 }), 'user.not_found');
    await refused(() => users.delete(desk.admin, { id }), 'user.not_found');
    await refused(() => desk.signIn(email), 'sign_in.refused');
    expect(directory.statistics(desk.admin).users.total).toBe(1);
    const query = { kind: 'all', search: 'quetzal', status: null, role: null, siteId: null } as const;
    const page = directory.page(desk.admin, {
      query: { ...query, sort: 'email', direction: 'asc' },
      limit: 10,
    });
    expect(page.list.total.count).toBe(0);
  });

  it('frees the address for somebody new', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email });
    desk.services.users.delete(desk.admin, { id });
    const next = await desk.person({ email });
    expect(next).not.toBe(id);
    await expect(desk.signIn(email)).resolves.toMatchObject({ userId: next });
  });

  it('keeps visits with the name they were recorded with, and the log about them without', async () => {
    const desk = await createDesk();
    const hostId = await desk.person({ displayName });
    const { checkIn, cancel } = desk.services.visits;
    checkIn(desk.admin, { id: visitOf(desk, { hostId }) });
    const [arriving, off] = [visitOf(desk, { hostId }), visitOf(desk, { hostId })];
    desk.services.users.delete(desk.admin, { id: hostId });
    checkIn(desk.admin, { id: arriving });
    cancel(desk.admin, { id: off });
    const rows = [...tab(desk, 'onSite').rows, ...tab(desk, 'history').rows];
    expect(rows.map(({ hostName }) => hostName)).toEqual([displayName, displayName, displayName]);
    expect(new Set(places(desk.db, [/coatl/i]))).toEqual(new Set(['visit.host_key', 'visit.host_name']));
    expect(auditOf(desk.db, 'visit.check_in').map((entry) => entry.data.host)).toEqual([null, null]);
  });

  it('is refused for oneself and for the last Tenant-Admin who can sign in, and is no Site-Admin’s to do', async () => {
    const desk = await createDesk();
    const { users } = desk.services;
    const eve = await desk.actor({ role: 'tenant_admin' });
    const site = await desk.actor({ role: 'site_admin' });
    const id = await desk.person();
    desk.db.write(null, (tx) =>
      tx.update('credential', eve.userId, { mustChange: true, temporaryExpiresAt: tx.now + day }),
    );
    const before = everything(desk.db);
    await refused(() => users.delete(desk.admin, { id: desk.admin.userId }), 'user.self', { act: 'delete' });
    await refused(() => users.delete(eve, { id: desk.admin.userId }), 'user.last_admin', {
      name: 'Ada Lindqvist',
    });
    await refused(() => users.delete(site, { id }), 'access.denied');
    expect(everything(desk.db)).toEqual(before);
  });
});
