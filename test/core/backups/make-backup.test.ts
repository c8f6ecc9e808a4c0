import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftPath, removeLeftovers, requireRoom } from '../../../core/backups/files';
import { listBackups } from '../../../core/backups/list-backups';
import { makeBackup } from '../../../core/backups/make-backup';
import { checkBackup, readBackup } from '../../../core/backups/read-backup';
import { openDatabase } from '../../../core/db/open';
import { journal, migrationsUpTo } from '../../migrations/earlier';
import { releases } from '../../migrations/releases';
import { givenUser } from '../../support/builders';
import { tempFolder } from '../../support/db';
import { openOptions, testKey } from '../../support/options';
import { backedUpDesk, otherKey } from './support';

const refusal = (code: string) => expect.objectContaining({ code });

test('a backup holds what the database held at that moment, while it goes on being written', () => {
  const desk = backedUpDesk();
  const made = desk.make();
  givenUser(desk.db);
  expect(made).toMatchObject({
    file: 'atrium-20261122-090000-manual.atrium-backup',
    name: { kind: 'manual', at: desk.clock.now() },
    state: 'readable',
    facts: { organisation: 'Nordlicht Kliniken', people: 2 },
  });
  expect(checkBackup(made.path, testKey)).toEqual(made);
  expect(desk.make({ kind: 'scheduled' }).facts.people).toBe(3);
});

test('it tells where the audit log ended', () => {
  const desk = backedUpDesk();
  desk.db.write(null, (tx) => tx.audit({ action: 'audit.verify' }));
  const end = desk.db
    .statement<{ n: number; hash: string }>('select n, hash from audit_event order by n desc limit 1')
    .get();
  expect(desk.make().facts.heads).toEqual([expect.objectContaining({ ...end, deskId: desk.db.deskId })]);
});

test('only its owner can read it, and nobody a name in it', () => {
  const { path } = backedUpDesk().make();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  const bytes = readFileSync(path);
  for (const needle of ['Quetzal', 'quetzal', 'SQLite format', 'CREATE TABLE', Buffer.from(testKey)])
    expect(bytes.includes(needle)).toBe(false);
});

test('two within a second are two', () => {
  const desk = backedUpDesk();
  expect(desk.make().path).not.toBe(desk.make().path);
  expect(listBackups(desk.backups.path, testKey)).toHaveLength(2);
});

test('one bit that is wrong anywhere, or one byte that is missing, is found', () => {
  const desk = backedUpDesk();
  const { path, size } = desk.make();
  const whole = readFileSync(path);
  const changed = join(desk.backups.path, 'changed');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: size * 8 - 1 }), (bit) => {
      const bytes = Buffer.from(whole);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(changed, bytes);
      // The salt at the beginning is what a key is tried with: without it nothing tells whose file it is.
      expect(() => checkBackup(changed, testKey)).toThrow(
        refusal(bit < 128 ? 'backup.other_key' : 'backup.damaged'),
      );
    }),
    { numRuns: 60 },
  );
  for (const length of [0, 100, 4096, size - 4096, size - 1]) {
    writeFileSync(changed, whole.subarray(0, length));
    expect([length, catching(() => checkBackup(changed, testKey))]).toEqual([
      length,
      refusal('backup.damaged'),
    ]);
  }
});

function catching(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test('a backup of another key is told from a damaged one', () => {
  const desk = backedUpDesk();
  const { path } = desk.make();
  expect(readBackup(path, otherKey)).toMatchObject({ state: 'otherKey', facts: null });
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64, 1), 0, 64, 1000);
  closeSync(file);
  expect(readBackup(path, testKey)).toMatchObject({ state: 'damaged', facts: null });
  expect(readBackup(`${path}.gone`, testKey)).toBeNull();
});

test('a database that is damaged makes no backup and leaves those that are there', () => {
  const desk = backedUpDesk();
  const good = desk.make();
  desk.db.close();
  const file = openSync(desk.order().databasePath, 'r+');
  const { size } = statSync(desk.order().databasePath);
  for (let page = 4; page < size / 4096; page += 1)
    writeSync(file, Buffer.alloc(64, 1), 0, 64, page * 4096 + 1000);
  closeSync(file);
  expect(() => desk.make()).toThrow(refusal('database.corrupt'));
  desk.reopen = () => desk.db;
  expect(readdirSync(desk.backups.path)).toEqual([good.file]);
  expect(checkBackup(good.path, testKey)).toEqual(good);
});

test('a folder that is gone, is none, or has no room is told before anything is written', () => {
  const desk = backedUpDesk();
  const stick = join(desk.folder, 'stick');
  expect(() => desk.make({ folder: { path: stick, own: false } })).toThrow(refusal('backup.folder_missing'));
  writeFileSync(stick, '');
  expect(() => desk.make({ folder: { path: stick, own: false } })).toThrow(refusal('backup.folder_missing'));
  expect(() => desk.make({ folder: { path: join(stick, 'backups'), own: true } })).toThrow(
    refusal('backup.folder_unwritable'),
  );
  expect(() => requireRoom({ path: desk.folder, own: false }, Number.MAX_SAFE_INTEGER)).toThrow(
    expect.objectContaining({
      code: 'backup.disk_full',
      data: { folder: desk.folder, needed: Number.MAX_SAFE_INTEGER },
    }),
  );
  expect(readdirSync(desk.folder)).not.toContain('backups');
});

test('what a kill left behind is taken away, and nothing of another desk', () => {
  const desk = backedUpDesk();
  mkdirSync(desk.backups.path);
  const { databasePath } = desk.order();
  const made = desk.make();
  const ours = draftPath(
    join(desk.backups.path, 'atrium-20261122-080000-manual.atrium-backup'),
    databasePath,
  );
  const others = draftPath(
    join(desk.backups.path, 'atrium-20261122-080000-manual.atrium-backup'),
    '/elsewhere/atrium.db',
  );
  for (const path of [ours, `${ours}-journal`, others]) writeFileSync(path, 'half');
  removeLeftovers(desk.backups.path, databasePath);
  expect(
    readdirSync(desk.backups.path)
      .map((name) => join(desk.backups.path, name))
      .sort(),
  ).toEqual([made.path, others].sort());
  removeLeftovers(join(desk.folder, 'gone'), databasePath);
});

test('what is in one is told of every version there was', () => {
  for (const { tag } of journal().entries) {
    const path = join(tempFolder(), 'atrium.db');
    const options = { ...openOptions(path), migrationsFolder: migrationsUpTo(tag) };
    const db = openDatabase(options);
    releases[tag]?.fill(db);
    db.close();
    const folder = { path: join(path, '../backups'), own: true };
    const { facts } = makeBackup({ databasePath: path, key: testKey, folder, kind: 'migration', now: 0 });
    const { people, invitations, sites } = facts;
    expect([tag, people, invitations, sites]).toEqual(
      releases[tag] === undefined ? [tag, 0, 0, 0] : [tag, 2, 1, 1],
    );
  }
});
