import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkBackup } from '../../core/backups/read-backup';
import { connect } from '../../core/db/connection';
import { keyCheckPath } from '../../core/db/key-check';
import { openDatabase } from '../../core/db/open';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { migrationsUpTo } from '../migrations/earlier';
import { releases } from '../migrations/releases';
import { tempFolder } from '../support/db';
import { openOptions, testKey } from '../support/options';
import { startDesk } from './support/desk';

/** A data folder as an earlier version left it, with people in it. */
async function earlierFolder() {
  const path = tempFolder();
  await fileKeyStore(join(path, 'test.key'), 'test').write(testKey);
  const tag = '0001_search_and_audit';
  const database = join(path, 'atrium.db');
  const db = openDatabase({ ...openOptions(database), migrationsFolder: migrationsUpTo(tag) });
  releases[tag]?.fill(db);
  db.close();
  return { path, database, backups: join(path, 'backups') };
}

it('a database of an earlier version is backed up before it is changed', async () => {
  const { path, backups } = await earlierFolder();
  const test = await startDesk({ folder: path });
  expect((await test.ask(test.openWindow(), 'app.state', {})).value).toMatchObject({
    phase: 'signIn',
    organisation: { name: 'Nordhaus' },
  });
  const [file = ''] = readdirSync(backups);
  expect(file).toMatch(/^atrium-\d{8}-\d{6}-migration\.atrium-backup$/);
  expect(checkBackup(join(backups, file), testKey).facts).toMatchObject({
    organisation: 'Nordhaus',
    people: 2,
    invitations: 1,
    schema: { count: 2 },
  });
  test.close();
  const again = await startDesk({ folder: path });
  expect(readdirSync(backups)).toEqual([file]);
  expect(again.faults).toEqual([]);
});

it('a new file, and one of this version, are not', async () => {
  const test = await startDesk();
  test.close();
  await startDesk({ folder: test.path });
  expect(existsSync(join(test.path, 'backups'))).toBe(false);
});

it('without a backup nothing is changed, and it is tried again when somebody asks for it', async () => {
  const { path, database, backups } = await earlierFolder();
  const before = readFileSync(database);
  writeFileSync(backups, 'in the way');
  const test = await startDesk({ folder: path });
  const windowId = test.openWindow();
  const failure = { code: 'database.not_backed_up', path: backups };
  expect((await test.ask(windowId, 'app.state', {})).value).toMatchObject({ phase: 'failed', failure });
  expect((await test.ask(windowId, 'users.statistics', {})).error.code).toBe('database.not_backed_up');
  expect(readFileSync(database).equals(before)).toBe(true);

  await test.ask(windowId, 'app.openAgain', {});
  expect((await test.ask(windowId, 'app.state', {})).value).toMatchObject({ phase: 'failed', failure });
  rmSync(backups);
  await test.ask(windowId, 'app.openAgain', {});
  expect((await test.ask(windowId, 'app.state', {})).value).toMatchObject({ phase: 'signIn' });
  expect(readdirSync(backups)).toHaveLength(1);
});

it('a database that is damaged is no reason to speak of backups', async () => {
  const { path, database } = await earlierFolder();
  const client = connect(database, testKey);
  const pages = client.pragma('page_count', { simple: true }) as number;
  client.close();
  const bytes = readFileSync(database);
  for (let page = 4; page < pages; page += 1) bytes.fill(1, page * 4096 + 1000, page * 4096 + 1064);
  renameSync(database, `${database}.whole`);
  writeFileSync(database, bytes);
  const test = await startDesk({ folder: path });
  const { failure } = (await test.ask(test.openWindow(), 'app.state', {})).value;
  expect(failure?.code).toBe('database.corrupt');
  expect(existsSync(keyCheckPath(database))).toBe(true);
});
