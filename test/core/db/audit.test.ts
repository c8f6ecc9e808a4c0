import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../core/db/types';
import { brokenEntry } from '../../support/audit-chain';
import { givenInvitation, givenSite, givenUser } from '../../support/builders';
import { createTestDb } from '../../support/db';
import { auditOf } from '../services/observe';

const person = (value: string): AuditEntry => ({
  action: 'user.create',
  subject: { type: 'user', id: 'p' },
  data: { name: { personal: { personId: 'p', value } }, role: { before: null, after: 'member' } },
});

function withEntries() {
  const opened = createTestDb();
  for (const name of ['Åsa', 'Bo', 'Cid']) opened.db.write('actor', (tx) => tx.audit(person(name)));
  return opened;
}

test('entries of a desk are counted without a gap and follow from each other, over restarts too', () => {
  const opened = withEntries();
  const db = opened.reopen();
  db.write(null, (tx) => {
    tx.audit(person('Dag'));
    tx.audit({ ...person('Eva'), outcome: 'denied' });
  });
  const ns = db.statement<{ n: number }>('select n from audit_event order by n').all();
  expect(ns.map((entry) => entry.n)).toEqual([1, 2, 3, 4, 5]);
  expect(brokenEntry(db)).toBeNull();
});

test('an entry holds no name, only a reference and a salted hash', () => {
  const { db } = withEntries();
  const texts = db.statement<{ data: string }>('select data from audit_event').all();
  expect(texts.map((entry) => entry.data).join()).not.toMatch(/Åsa|Bo|Cid/);
  expect(JSON.parse(texts[0]?.data ?? '')).toEqual({
    name: { $personal: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    role: { before: null, after: 'member' },
  });
});

test('an entry holds what actor and subject are called at its moment, as references too', () => {
  const { db } = createTestDb();
  const actor = givenUser(db, { displayName: 'Ada Lindqvist' });
  const subject = givenUser(db, { displayName: 'Bo Ek' });
  const invitation = givenInvitation(db, { email: 'cid@example.org', inviterId: actor });
  const site = givenSite(db, { name: 'Harbour House' });
  db.write(actor, (tx) => {
    tx.audit({ action: 'user.update', subject: { type: 'user', id: subject } });
    tx.update('user', subject, { displayName: 'Bo Eriksen' });
    tx.audit({ action: 'invitation.update', subject: { type: 'invitation', id: invitation } });
    tx.audit({ action: 'site.rename', subject: { type: 'site', id: site } });
    tx.audit({ action: 'user.delete', subject: { type: 'user', id: 'nobody' } });
  });
  db.write(null, (tx) => tx.audit({ action: 'user.create', subject: { type: 'user', id: subject } }));
  expect(auditOf(db).map((entry) => entry.data)).toEqual([
    { actorName: 'Ada Lindqvist', subjectName: 'Bo Ek' },
    { actorName: 'Ada Lindqvist', subjectName: 'cid@example.org' },
    { actorName: 'Ada Lindqvist', subjectName: 'Harbour House' },
    { actorName: 'Ada Lindqvist' },
    { subjectName: 'Bo Eriksen' },
  ]);
  const texts = db.statement<{ data: string }>('select data from audit_event').all();
  expect(texts.map((entry) => entry.data).join()).not.toMatch(/Ada|Bo E|cid@/);
});

test('a value of a person is kept once, until it is erased', () => {
  const { db } = createTestDb();
  const kept = () => db.statement<{ id: string }>('select id from personal_value order by id').all();
  const write = () => db.write('actor', (tx) => tx.audit(person('Åsa')));
  write();
  write();
  const [first, ...more] = kept();
  expect(more).toEqual([]);
  db.write('actor', (tx) => {
    tx.audit(person('Åsa'));
    tx.erasePersonal('p');
    tx.audit(person('Åsa'));
    tx.audit({ action: 'user.update', data: { name: { personal: { personId: 'another', value: 'Åsa' } } } });
  });
  expect(kept()).toHaveLength(2);
  expect(kept()).not.toContainEqual(first);
  expect(auditOf(db).map((entry) => entry.data.name)).toEqual([null, null, null, 'Åsa', 'Åsa']);
  expect(brokenEntry(db)).toBeNull();
});

test('erasing a person leaves the chain whole', () => {
  const { db } = withEntries();
  db.write(null, (tx) => tx.erasePersonal('p'));
  expect(db.statement<{ n: number }>('select count(*) as n from personal_value').get()?.n).toBe(0);
  expect(brokenEntry(db)).toBeNull();
});

test.each([
  ["update audit_event set action = 'x' where n = 2"],
  ['delete from audit_event where n = 3'],
  ['update audit_event set hash = hash'],
])('the table refuses %s', (sql) => {
  const { db } = withEntries();
  expect(() => db.client.prepare(sql).run()).toThrow('audit_event is insert-only');
});

test.each([
  ["update audit_event set outcome = 'denied' where n = 2", 2],
  ['update audit_event set at = at + 1 where n = 1', 1],
  ["update audit_event set actor_id = 'somebody else' where n = 3", 3],
  ['delete from audit_event where n = 2', 3],
])('who gets around that breaks the chain: %s', (sql, at) => {
  const { db } = withEntries();
  db.client.exec('drop trigger audit_event_no_update; drop trigger audit_event_no_delete');
  db.client.prepare(sql).run();
  expect(brokenEntry(db)).toBe(at);
});
