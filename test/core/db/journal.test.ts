import { expect, test } from 'vitest';
import { personalHash } from '../../../core/db/personal';
import type { ReadDb } from '../../../core/db/types';
import { givenInvitation, givenSite, givenUser } from '../../support/builders';
import { createTestDb } from '../../support/db';

interface Operation {
  txnId: string;
  tbl: string;
  pk: string;
  patch: string;
  base: string;
  hlc: string;
  actorId: string | null;
}

function operations(db: ReadDb, pk: string): Operation[] {
  const columns = 'txn_id as txnId, tbl, pk, patch, base, hlc, actor_id as actorId';
  return db.statement<Operation>(`select ${columns} from change_op where pk = ? order by n`).all(pk);
}

function row(db: ReadDb, table: string, id: string): Record<string, unknown> {
  return db.statement<Record<string, unknown>>(`select * from ${table} where id = ?`).get(id) ?? {};
}

test('an insert is one operation with every value; its columns are as old as the row', () => {
  const { db } = createTestDb();
  const id = givenSite(db, { name: 'Nord' });
  const [operation, ...others] = operations(db, id);
  const { created_hlc: hlc, ver, version } = row(db, 'site', id);
  expect(others).toEqual([]);
  expect(operation).toMatchObject({ tbl: 'site', base: '{}', hlc });
  expect(operation?.patch).toBe(
    `{"created_at":${db.write(null, (tx) => tx.now)},"name":"Nord","name_key":"nord"}`,
  );
  expect([ver, version]).toEqual(['{}', 1]);
});

test('all of a transaction happens at the moment of its begin, whatever the clock does meanwhile', () => {
  const { db, clock } = createTestDb();
  const id = givenUser(db);
  const siteId = givenSite(db);
  const begun = clock.now();
  db.write(null, (tx) => {
    tx.update('user', id, { role: 'site_admin' });
    clock.advance(5);
    tx.insert('user_site', { id: tx.newId(), userId: id, siteId });
    tx.audit({ action: 'user.update', subject: { type: 'user', id } });
  });
  const made = db.statement<{ hlc: string }>(
    'select hlc from change_op where n > 2 union all select hlc from audit_event order by 1',
  );
  const moments = made.all().map(({ hlc }) => Number.parseInt(hlc.slice(0, 12), 16));
  expect(new Set(moments.slice(-3))).toEqual(new Set([begun]));
});

test('a change names only what differs, what it was made on top of, and counts the version', () => {
  const { db } = createTestDb();
  const id = givenSite(db, { name: 'Nord' });
  const created = row(db, 'site', id).created_hlc;
  db.write(null, (tx) => tx.update('site', id, { name: 'Nordost', nameKey: 'nord' }));
  const [, first] = operations(db, id);
  expect(first).toMatchObject({ patch: '{"name":"Nordost"}', base: `{"name":"${created}"}` });
  db.write(null, (tx) => tx.update('site', id, { nameKey: 'nordost', name: 'Nord-Ost' }));
  const [, , second] = operations(db, id);
  expect(second?.patch).toBe('{"name":"Nord-Ost","name_key":"nordost"}');
  expect(second?.base).toBe(`{"name":"${first?.hlc}","name_key":"${created}"}`);
  const { ver, version } = row(db, 'site', id);
  expect(ver).toBe(`{"name":"${second?.hlc}","name_key":"${second?.hlc}"}`);
  expect(version).toBe(3);
});

test('a change that changes nothing is none', () => {
  const { db } = createTestDb();
  const id = givenSite(db, { name: 'Nord' });
  db.write(null, (tx) => tx.update('site', id, { name: 'Nord', archivedAt: null }));
  expect(operations(db, id)).toHaveLength(1);
  expect(row(db, 'site', id).version).toBe(1);
});

test('removing leaves a tombstone, and a removed row can not be changed or removed again', () => {
  const { db } = createTestDb();
  const id = givenSite(db);
  db.write(null, (tx) => tx.remove('site', id));
  const [, removal] = operations(db, id);
  expect(removal?.patch).toBe(`{"deleted_hlc":"${removal?.hlc}"}`);
  expect(row(db, 'site', id).deleted_hlc).toBe(removal?.hlc);
  expect(() => db.write(null, (tx) => tx.remove('site', id))).toThrow('No live row');
  expect(() => db.write(null, (tx) => tx.update('site', id, { name: 'x' }))).toThrow('No live row');
});

test('operations of one write share its id and its author, and are in the order of their readings', () => {
  const { db } = createTestDb();
  const siteId = givenSite(db);
  const actorId = givenUser(db);
  const userId = db.write(actorId, (tx) => {
    const id = tx.newId();
    const person = { email: 'a@b.example', emailKey: 'a@b.example', displayName: 'A' };
    tx.insert('user', { id, ...person, status: 'active', role: 'member', createdAt: tx.now });
    tx.insert('user_site', { id: tx.newId(), userId: id, siteId });
    tx.update('user', id, { displayName: 'B' });
    return id;
  });
  const txnId = operations(db, userId)[0]?.txnId ?? '';
  const together = db
    .statement<{ hlc: string; actorId: string }>(
      'select hlc, actor_id as actorId from change_op where txn_id = ? order by n',
    )
    .all(txnId);
  expect(together.map((operation) => operation.actorId)).toEqual([actorId, actorId, actorId]);
  expect(together.map((operation) => operation.hlc)).toEqual(
    together.map((operation) => operation.hlc).sort(),
  );
  expect(new Set(together.map((operation) => operation.hlc)).size).toBe(3);
});

test('names, addresses and password hashes lie in the erasable table, the operations refer to them', () => {
  const { db } = createTestDb();
  const id = givenUser(db, {
    displayName: 'Åsa Berg',
    email: 'Asa.Berg@example.org',
    passwordHash: 'secret hash',
  });
  const invitationId = givenInvitation(db, { inviterId: id, email: 'new@example.org' });
  const patches = [...operations(db, id), ...operations(db, invitationId)]
    .map((operation) => operation.patch)
    .join();
  for (const personal of ['Åsa', 'Asa.Berg', 'asa.berg', 'secret hash', 'new@example.org']) {
    expect(patches).not.toContain(personal);
  }
  const reference = JSON.parse(operations(db, id)[0]?.patch ?? '').display_name.$personal as string;
  const kept = row(db, 'personal_value', reference);
  expect(kept).toMatchObject({ person_id: id, value: 'Åsa Berg' });
  expect(kept.hash).toBe(personalHash(String(kept.salt), 'Åsa Berg'));
  const persons = db
    .statement<{ value: string }>('select value from personal_value where person_id = ? order by value')
    .all(id)
    .map((entry) => entry.value);
  expect(persons).toEqual(['Asa.Berg@example.org', 'asa.berg@example.org', 'secret hash', 'Åsa Berg']);
});

test('the clock goes on where it was after a restart, even when the machine was set back', () => {
  const test_ = createTestDb();
  const before = operations(test_.db, givenSite(test_.db))[0]?.hlc ?? '';
  test_.clock.advance(-86_400_000);
  const db = test_.reopen();
  const after = operations(db, givenSite(db))[0]?.hlc ?? '';
  expect(after > before).toBe(true);
  expect(after.slice(-36)).toBe(db.deskId);
});

test('so it does when its latest reading stands with an audit entry, or was told by another desk', () => {
  const test_ = createTestDb();
  test_.db.write(null, (tx) => tx.audit({ action: 'access.denied' }));
  const entry = test_.db.statement<{ hlc: string }>('select hlc from audit_event').get()?.hlc ?? '';
  test_.clock.advance(-86_400_000);
  const reopened = test_.reopen();
  const later = operations(reopened, givenSite(reopened))[0]?.hlc ?? '';
  expect(later > entry).toBe(true);
  const told = `ffff${later.slice(4)}`;
  reopened.client.prepare('update sync_state set last_hlc = ?').run(told);
  const last = operations(reopened, givenSite(reopened))[0]?.hlc ?? '';
  expect(last > told).toBe(true);
});
