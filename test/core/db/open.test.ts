import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { keyCheckPath } from '../../../core/db/key-check';
import { openDatabase } from '../../../core/db/open';
import type { ErrorCode, ErrorData } from '../../../core/errors/catalogue';
import { givenOrganisation, givenUser } from '../../support/builders';
import { tempFolder } from '../../support/db';
import { openOptions, testKey } from '../../support/options';

const otherKey = Buffer.alloc(32, 9);

/** A closed database with a person in it. */
function madeBefore(): string {
  const path = join(tempFolder(), 'data', 'atrium.db');
  const db = openDatabase(openOptions(path));
  givenOrganisation(db);
  givenUser(db);
  db.close();
  return path;
}

function contents(path: string): Record<string, string> {
  const folder = join(path, '..');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]),
  );
}

function expectRefusal<C extends ErrorCode>(open: () => unknown, code: C, data: ErrorData[C]): void {
  expect(open).toThrow(expect.objectContaining({ code, data }));
}

/** Overwrites bytes in the middle of a page. @param page from 0. */
function damage(path: string, page: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, randomBytes(64), 0, 64, page * 4096 + 1000);
  closeSync(file);
}

function openHandles(path: string): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(path);
    } catch {
      return false;
    }
  }).length;
}

test('a first start makes the file, and a later one finds the same desk in it', () => {
  const path = join(tempFolder(), 'data', 'atrium.db');
  const first = openDatabase(openOptions(path));
  const deskId = first.deskId;
  first.close();
  const second = openDatabase(openOptions(path));
  onTestFinished(() => second.close());
  expect(second.deskId).toBe(deskId);
});

test('nobody else on the machine can read the files', () => {
  const path = join(tempFolder(), 'data', 'atrium.db');
  const db = openDatabase(openOptions(path));
  onTestFinished(() => db.close());
  givenOrganisation(db);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(join(path, '..'))) {
    expect([name, statSync(join(path, '..', name)).mode & 0o777]).toEqual([name, 0o600]);
  }
});

test('an acknowledged write is on the disk, foreign keys hold, what is deleted is overwritten', () => {
  const db = openDatabase(openOptions(madeBefore()));
  onTestFinished(() => db.close());
  const pragma = (name: string) => db.client.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('secure_delete')).toBe(1);
  expect(pragma('temp_store')).toBe(2);
});

test('a wrong key is refused, and nothing in the folder is touched', () => {
  const path = madeBefore();
  const before = contents(path);
  expectRefusal(() => openDatabase({ ...openOptions(path), key: otherKey }), 'database.key_wrong', { path });
  expect(contents(path)).toEqual(before);
});

test('a wrong key leaves a log alone that a killed run left behind', () => {
  const path = madeBefore();
  const killed = openDatabase(openOptions(path));
  givenUser(killed, { displayName: 'Only in the log' });
  const left = contents(path);
  killed.close();
  for (const [name, bytes] of Object.entries(left))
    writeFileSync(join(path, '..', name), Buffer.from(bytes, 'hex'));
  rmSync(`${path}-shm`);
  const before = contents(path);
  expectRefusal(() => openDatabase({ ...openOptions(path), key: otherKey }), 'database.key_wrong', { path });
  expect(contents(path)).toEqual(before);
  const db = openDatabase(openOptions(path));
  onTestFinished(() => db.close());
  expect(db.client.prepare("select 1 from user where display_name = 'Only in the log'").get()).toBeDefined();
});

test('a wrong key for a file that is not there makes a new file', () => {
  const path = join(tempFolder(), 'atrium.db');
  openDatabase({ ...openOptions(path), key: otherKey }).close();
  expectRefusal(() => openDatabase(openOptions(path)), 'database.key_wrong', { path });
});

test('a damaged first page is told from a wrong key', () => {
  const path = madeBefore();
  damage(path, 0);
  const before = contents(path);
  expectRefusal(() => openDatabase(openOptions(path)), 'database.corrupt', { path });
  expect(contents(path)).toEqual(before);
  expect(openHandles(path)).toBe(0);
});

test('a damaged root of a table shows at the start', () => {
  const path = madeBefore();
  const db = openDatabase(openOptions(path));
  const root = db.client
    .prepare("select rootpage from sqlite_schema where name = 'user'")
    .pluck()
    .get() as number;
  db.close();
  damage(path, root - 1);
  expectRefusal(() => openDatabase(openOptions(path)), 'database.corrupt', { path });
});

test.each([
  ['half of it is missing', (size: number) => Math.floor(size / 2 / 4096) * 4096],
  ['it ends within a page', (size: number) => size - 1000],
  ['only a few bytes are left', () => 100],
  ['nothing is left', () => 0],
])('a file cut off is refused: %s', (_, sizeOf) => {
  const path = madeBefore();
  truncateSync(path, sizeOf(statSync(path).size));
  expectRefusal(() => openDatabase(openOptions(path)), 'database.corrupt', { path });
});

test('something that never was a database of ours is refused as damaged', () => {
  const path = join(tempFolder(), 'atrium.db');
  writeFileSync(path, 'Dear diary,'.repeat(1000));
  expectRefusal(() => openDatabase(openOptions(path)), 'database.corrupt', { path });
  expect(readFileSync(path, 'utf8')).toBe('Dear diary,'.repeat(1000));
});

test('a file of a newer version is refused untouched', () => {
  const path = madeBefore();
  const newer = openDatabase(openOptions(path));
  const known = newer.client.prepare('select count(*) from __drizzle_migrations').pluck().get() as number;
  newer.client.prepare("insert into __drizzle_migrations (hash, created_at) values ('future', 9e15)").run();
  newer.close();
  const before = contents(path);
  expectRefusal(() => openDatabase(openOptions(path)), 'database.newer', { path, found: known + 1, known });
  expect(contents(path)).toEqual(before);
});

test('a file that another program holds is in use', () => {
  const path = madeBefore();
  const other = new BetterSqlite3(path);
  onTestFinished(() => {
    other.close();
  });
  other.pragma("cipher = 'sqlcipher'");
  other.pragma('legacy = 4');
  other.pragma(`key = "x'${Buffer.from(testKey).toString('hex')}'"`);
  other.pragma('locking_mode = exclusive');
  other.prepare('begin exclusive').run();
  expectRefusal(() => openDatabase(openOptions(path)), 'database.in_use', { path });
});

test('a path that is no file, or lies under one, is unreadable', () => {
  const folder = tempFolder();
  const path = join(folder, 'atrium.db');
  mkdirSync(path);
  expectRefusal(() => openDatabase(openOptions(path)), 'database.unreadable', { path });
  writeFileSync(join(folder, 'file'), '');
  const under = join(folder, 'file', 'atrium.db');
  expectRefusal(() => openDatabase(openOptions(under)), 'database.unreadable', { path: under });
});

test('a lost or outdated key check is made anew: the file decides whether a key is right', () => {
  const path = madeBefore();
  for (const spoil of [
    () => rmSync(keyCheckPath(path)),
    () => writeFileSync(keyCheckPath(path), 'v1 nonsense\n'),
  ]) {
    spoil();
    openDatabase(openOptions(path)).close();
    damage(path, 0);
    expectRefusal(() => openDatabase(openOptions(path)), 'database.corrupt', { path });
    rmSync(path);
    rmSync(keyCheckPath(path));
    openDatabase(openOptions(path)).close();
  }
});

test('a first start that was cut off is begun again', () => {
  const path = join(tempFolder(), 'atrium.db');
  writeFileSync(path, '');
  const db = openDatabase(openOptions(path));
  onTestFinished(() => db.close());
  givenOrganisation(db);
});
