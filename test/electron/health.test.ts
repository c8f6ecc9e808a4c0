import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { connect } from '../../core/db/connection';
import { AppError } from '../../core/errors/app-error';
import { createHealth } from '../../electron/health';
import { damageLeaf } from '../support/damage-leaf';
import { admin, startDesk, startReadyDesk } from './support/desk';

function sqliteError(code: string) {
  return new BetterSqlite3.SqliteError('what SQLite says', code);
}

function watched() {
  const announced: string[] = [];
  const found: string[] = [];
  const health = createHealth({
    databasePath: '/data/atrium.db',
    announce: ({ kind }) => announced.push(kind),
    found: ({ code }) => found.push(code),
  });
  return { health, announced, found };
}

test.each([
  ['SQLITE_NOTADB', 'database.corrupt'],
  ['SQLITE_CORRUPT_VTAB', 'database.corrupt'],
  ['SQLITE_READONLY_DBMOVED', 'database.read_only'],
  ['SQLITE_FULL', 'database.disk_full'],
  ['SQLITE_BUSY_SNAPSHOT', 'database.busy'],
  ['SQLITE_IOERR_READ', 'database.unreadable'],
])('%s in the middle of work is told as %s', (code, told) => {
  const { health } = watched();
  expect(health.refusalOf(sqliteError(code))?.code).toBe(told);
});

test('damage is told once, whether a read or a write met it; what else goes wrong isn’t damage', () => {
  const { health, announced, found } = watched();
  health.refusalOf(sqliteError('SQLITE_FULL'));
  health.refusalOf(new TypeError('a mistake of ours'));
  expect(health.status()).toEqual({ damaged: false });
  health.refusalOf(new AppError('database.corrupt', { path: '/data/atrium.db' }));
  health.refusalOf(sqliteError('SQLITE_CORRUPT'));
  expect(health.status()).toEqual({ damaged: true });
  expect(announced).toEqual(['health']);
  expect(found).toEqual(['database.corrupt']);
});

test('damage of another file, such as a backup that is looked into, isn’t this one’s', () => {
  const { health } = watched();
  health.refusalOf(new AppError('database.corrupt', { path: '/data/restoring/atrium.db' }));
  expect(health.status()).toEqual({ damaged: false });
});

test('a backup on schedule that meets damage tells it', async () => {
  const { path, folder, close, ...before } = await startReadyDesk();
  for (let n = 0; n < 60; n += 1)
    await before.ask(before.windowId, 'invitations.create', {
      email: `guest${n}@guests.example`,
      role: 'tenant_admin',
      siteIds: [],
    });
  close();
  const key = Buffer.from(readFileSync(join(path, 'test.key'), 'utf8').replace('plain:', ''), 'base64');
  damageLeaf(connect(folder.database, key), 'audit_event');
  let passed = 0;
  const { desk, clock, windows, openWindow, ask } = await startDesk({
    ...{ folder: path, clock: before.clock, elapsed: () => passed },
  });
  const windowId = openWindow();
  await ask(windowId, 'session.signIn', admin);
  clock.advance(25 * 3_600_000);
  passed = 3_600_000;
  // What an earlier run left is looked for first; the tick after that begins.
  await vi.waitFor(() => {
    desk.tick();
    expect(windows.sent.map(({ event }) => event)).toContain('health.changed');
  });
});

test('a page that nobody can read any more shows when somebody needs it, and windows hear of it', async () => {
  const before = await startReadyDesk();
  for (let n = 0; n < 60; n += 1)
    await before.ask(before.windowId, 'invitations.create', {
      email: `guest${n}@guests.example`,
      role: 'tenant_admin',
      siteIds: [],
    });
  const { close, path, folder } = before;
  close();
  const key = Buffer.from(readFileSync(join(path, 'test.key'), 'utf8').replace('plain:', ''), 'base64');
  damageLeaf(connect(folder.database, key), 'audit_event');
  const { ask, openWindow, windows } = await startDesk({ folder: path });
  const windowId = openWindow();
  await ask(windowId, 'session.signIn', admin);
  const answer = await ask(windowId, 'audit.page', {
    filter: { actorId: null, subjectId: null, topic: null, siteId: null, from: null, before: null, text: '' },
    after: null,
    limit: 100,
  });
  expect(answer.error.code).toBe('database.corrupt');
  expect((await ask(windowId, 'health.status', {})).value).toEqual({ damaged: true });
  expect(windows.sent).toContainEqual({ windowId, event: 'health.changed', payload: {} });
});

test('Verify answers what it found, and takes note of the damage', async () => {
  const before = await startReadyDesk();
  for (let n = 0; n < 60; n += 1)
    await before.ask(before.windowId, 'session.signIn', { ...admin, password: `wrong guess ${n}` });
  const { close, path, folder } = before;
  close();
  const key = Buffer.from(readFileSync(join(path, 'test.key'), 'utf8').replace('plain:', ''), 'base64');
  damageLeaf(connect(folder.database, key), 'audit_event');
  const { ask, openWindow, clock } = await startDesk({ folder: path });
  clock.advance(15 * 60_000);
  const windowId = openWindow();
  await ask(windowId, 'session.signIn', admin);
  const answer = await ask(windowId, 'audit.verify', {});
  expect(answer.value.problem).toMatchObject({ kind: 'damaged', at: null });
  expect((await ask(windowId, 'health.status', {})).value).toEqual({ damaged: true });
});
