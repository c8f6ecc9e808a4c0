import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Tx } from '../../../core/db/types';
import { brokenEntry } from '../../support/audit-chain';
import { createTestDb } from '../../support/db';
import { testKey } from '../../support/options';

function addSite(tx: Tx, name = 'Nord'): string {
  const id = tx.newId();
  tx.insert('site', { id, name, nameKey: name.toLowerCase(), createdAt: tx.now });
  tx.audit({ action: 'site.create', subject: { type: 'site', id } });
  return id;
}

/** Rows that a write leaves behind, over all tables it touches. */
function rows(db: ReturnType<typeof createTestDb>['db']): number {
  const tables = ['site', 'change_op', 'audit_event', 'personal_value'];
  return tables
    .map((table) => db.statement<{ n: number }>(`select count(*) as n from ${table}`).get()?.n ?? 0)
    .reduce((sum, n) => sum + n, 0);
}

test('a write that throws leaves nothing: no row, no operation, no audit entry', () => {
  const { db } = createTestDb();
  const fault = new Error('changed my mind');
  const write = () =>
    db.write(null, (tx) => {
      addSite(tx);
      throw fault;
    });
  expect(write).toThrow(fault);
  expect(rows(db)).toBe(0);
  db.write(null, (tx) => addSite(tx));
  expect(rows(db)).toBe(3);
});

test('a write must not be async', () => {
  const { db } = createTestDb();
  const write = () => db.write(null, (tx) => Promise.resolve(addSite(tx)));
  expect(write).toThrow('must not be async');
  expect(rows(db)).toBe(0);
});

test('a write within a write is refused, and takes the outer one with it', () => {
  const { db } = createTestDb();
  const write = () =>
    db.write(null, (tx) => {
      addSite(tx);
      db.write(null, (inner) => addSite(inner, 'Süd'));
    });
  expect(write).toThrow('A write within a write');
  expect(rows(db)).toBe(0);
});

test('a transaction kept for later writes nothing any more', () => {
  const { db } = createTestDb();
  let kept: Tx | undefined;
  db.write(null, (tx) => {
    kept = tx;
  });
  expect(() => kept && addSite(kept)).toThrow('This transaction is over');
  expect(rows(db)).toBe(0);
});

test('what runs after the commit runs in order, sees the rows and may write', () => {
  const { db } = createTestDb();
  const seen: string[] = [];
  db.write(null, (tx) => {
    addSite(tx);
    tx.afterCommit(() => seen.push(`first: ${rows(db)} rows`));
    tx.afterCommit(() => db.write(null, (next) => addSite(next, 'Süd')));
    tx.afterCommit(() => seen.push(`third: ${rows(db)} rows`));
  });
  expect(seen).toEqual(['first: 3 rows', 'third: 6 rows']);
});

test('nothing runs after a write that failed', () => {
  const { db } = createTestDb();
  const step = vi.fn();
  const write = () =>
    db.write(null, (tx) => {
      tx.afterCommit(step);
      throw new Error('no');
    });
  expect(write).toThrow('no');
  expect(step).not.toHaveBeenCalled();
});

test('a full disk is said so, and nothing is written', () => {
  const { db } = createTestDb();
  const pages = db.client.pragma('page_count', { simple: true }) as number;
  db.client.pragma(`max_page_count = ${pages}`);
  const write = () =>
    db.write(null, (tx) => {
      for (let i = 0; i < 500; i += 1) addSite(tx, `Site ${i}`);
    });
  expect(write).toThrow(expect.objectContaining({ code: 'database.disk_full' }));
  expect(rows(db)).toBe(0);
  db.client.pragma('max_page_count = 1000000');
  db.write(null, (tx) => addSite(tx));
  expect(rows(db)).toBe(3);
});

test('a lock held by somebody else is said so', () => {
  const { db } = createTestDb();
  const other = new BetterSqlite3(db.path);
  onTestFinished(() => {
    other.close();
  });
  other.pragma("cipher = 'sqlcipher'");
  other.pragma('legacy = 4');
  other.pragma(`key = "x'${Buffer.from(testKey).toString('hex')}'"`);
  other.prepare('begin immediate').run();
  db.client.pragma('busy_timeout = 0');
  expect(() => db.write(null, (tx) => addSite(tx))).toThrow(
    expect.objectContaining({ code: 'database.busy' }),
  );
  other.prepare('rollback').run();
  db.write(null, (tx) => addSite(tx));
  expect(rows(db)).toBe(3);
});

test('a read handle runs no write', () => {
  const { db } = createTestDb();
  expect(() => db.statement('delete from site')).toThrow('A read handle was given a write');
});

test('a part that throws leaves nothing of its own: the rest stands, and the chain with it', () => {
  const { db } = createTestDb();
  const told: string[] = [];
  const part = (tx: Tx, name: string, refused = false) =>
    tx.attempt(() => {
      const id = addSite(tx, name);
      tx.audit({ action: 'site.rename', data: { name: { personal: { personId: 'p', value: name } } } });
      tx.afterCommit(() => told.push(name));
      if (refused) throw new Error(name);
      return id;
    });
  db.write(null, (tx) => {
    part(tx, 'Nord');
    expect(() => part(tx, 'Süd', true)).toThrow('Süd');
    part(tx, 'West');
    // A value that was undone is kept anew when it comes again.
    part(tx, 'Süd');
  });
  expect(told).toEqual(['Nord', 'West', 'Süd']);
  expect(rows(db)).toBe(3 * 5);
  expect(brokenEntry(db)).toBeNull();
});

test('a part that ends the transaction takes all of it along', () => {
  const { db } = createTestDb();
  const write = () =>
    db.write(null, (tx) => {
      addSite(tx, 'Nord');
      try {
        tx.attempt(() => addSite(tx, 'Süd') && db.client.exec('rollback'));
      } catch {
        // The row before is gone too: what follows must not pass for a whole transaction.
      }
      addSite(tx, 'West');
    });
  expect(write).toThrow();
  expect(rows(db)).toBe(0);
});
