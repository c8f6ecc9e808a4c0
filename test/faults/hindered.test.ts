import { chmodSync, chownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../core/db/connection';
import { openDatabase } from '../../core/db/open';
import { admin, type ReadyDesk, startDesk, startReadyDesk } from '../electron/support/desk';
import { givenOrganisation, givenSite } from '../support/builders';
import { tempFolder } from '../support/db';
import { openOptions } from '../support/options';
import { tell } from '../support/seed';
import { type SmallDisk, smallDisk } from '../support/small-disk';

/** A desk that is set up, on a disk of its own; `null` where none can be mounted. */
async function givenDeskOnDisk(): Promise<{ disk: SmallDisk; test: ReadyDesk } | null> {
  const disk = smallDisk(12);
  if (disk === null) {
    tell('skipped: no disk can be mounted here (it takes root on Linux)');
    return null;
  }
  onTestFinished(disk.remove);
  return { disk, test: await startReadyDesk({ folder: join(disk.path, 'data'), shared: true }) };
}

/** Somebody else's connection to the desk's file. */
function stranger({ path, folder }: Pick<ReadyDesk, 'path' | 'folder'>): BetterSqlite3.Database {
  const key = Buffer.from(readFileSync(join(path, 'test.key'), 'utf8').replace('plain:', ''), 'base64');
  return connect(folder.database, key);
}

const pier = { name: 'North Pier' };

test('a start on a full disk says so and changes nothing; with a little room it opens and says what it can’t do', async () => {
  const given = await givenDeskOnDisk();
  if (given === null) return;
  const { disk, test } = given;
  test.close();
  disk.fill();
  const refused = await startDesk({ folder: test.path, shared: true });
  const { failure } = (await refused.ask(refused.openWindow(), 'app.state', {})).value;
  expect(failure).toEqual({ code: 'database.no_room', path: test.folder.database });
  refused.close();

  disk.free();
  disk.fill(40_000);
  const opened = await startDesk({ folder: test.path, shared: true });
  const windowId = opened.openWindow();
  expect((await opened.ask(windowId, 'app.state', {})).value.phase).toBe('signIn');
  disk.fill();
  expect((await opened.ask(windowId, 'session.signIn', admin)).error.code).toBe('database.disk_full');
  disk.free();
  expect((await opened.ask(windowId, 'session.signIn', admin)).ok).toBe(true);
  opened.close();
});

test('a disk that fills up while the app runs: what is written is refused, what is read is answered', async () => {
  const given = await givenDeskOnDisk();
  if (given === null) return;
  const { disk, test } = given;
  disk.fill();
  expect((await test.ask(test.windowId, 'sites.create', pier)).error.code).toBe('database.disk_full');
  expect((await test.ask(test.windowId, 'sites.list', {})).ok).toBe(true);
  // Nothing that runs by itself stumbles over it.
  test.clock.advance(120_000);
  test.desk.tick();
  disk.free();
  expect((await test.ask(test.windowId, 'sites.create', pier)).ok).toBe(true);
  test.close();
});

test('a disk that can only be read: at the start that is said, while running changes are refused', async () => {
  const given = await givenDeskOnDisk();
  if (given === null) return;
  const { disk, test } = given;
  test.close();
  disk.writable(false);
  const hindered = await startDesk({ folder: test.path, shared: true });
  const state = (await hindered.ask(hindered.openWindow(), 'app.state', {})).value;
  expect(state.failure?.code).toBe('database.unreadable');
  hindered.close();
  disk.writable(true);
  const works = await startDesk({ folder: test.path, shared: true });
  expect((await works.ask(works.openWindow(), 'session.signIn', admin)).ok).toBe(true);
  works.close();
});

test('a file that may only be read: it opens, what is asked is answered, changes are refused by name', () => {
  const folder = tempFolder();
  const path = join(folder, 'atrium.db');
  const made = openDatabase(openOptions(path));
  givenOrganisation(made, { name: 'Nordlicht' });
  made.close();
  withoutPrivileges(folder, () => {
    chmodSync(path, 0o400);
    const db = openDatabase(openOptions(path));
    expect(db.statement('select name from organisation').get()).toEqual({ name: 'Nordlicht' });
    expect(() => givenSite(db)).toThrow(expect.objectContaining({ code: 'database.read_only' }));
    db.close();
    // Whoever made it read-only finds it so.
    expect(statSync(path).mode & 0o777).toBe(0o400);
    chmodSync(path, 0o600);
    const again = openDatabase(openOptions(path));
    givenSite(again);
    again.close();
  });
});

test('a folder that may only be read is said at the start, and the file stays as it is', () => {
  const folder = tempFolder();
  const path = join(folder, 'atrium.db');
  openDatabase(openOptions(path)).close();
  const before = readFileSync(path);
  withoutPrivileges(folder, () => {
    chmodSync(folder, 0o500);
    expect(() => openDatabase(openOptions(path))).toThrow(
      expect.objectContaining({ code: 'database.unreadable' }),
    );
    chmodSync(folder, 0o700);
    openDatabase(openOptions(path)).close();
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

/** Root may write everything, so it acts as somebody else meanwhile, who owns these files. */
function withoutPrivileges(folder: string, act: () => void): void {
  const { seteuid } = process;
  if (process.getuid?.() !== 0 || seteuid === undefined) {
    act();
    return;
  }
  const nobody = 65_534;
  chownSync(folder, nobody, nobody);
  for (const name of readdirSync(folder)) chownSync(join(folder, name), nobody, nobody);
  seteuid(nobody);
  try {
    act();
  } finally {
    seteuid(0);
  }
}

test('a file somebody else has locked: the start says so, and later it opens', async () => {
  const test = await startReadyDesk({ shared: true });
  test.close();
  const other = stranger(test);
  other.pragma('locking_mode = exclusive');
  other.exec('begin exclusive');
  const hindered = await startDesk({ folder: test.path, shared: true });
  const state = (await hindered.ask(hindered.openWindow(), 'app.state', {})).value;
  expect(state.failure?.code).toBe('database.in_use');
  hindered.close();
  other.exec('rollback');
  other.close();
  const works = await startDesk({ folder: test.path });
  expect((await works.ask(works.openWindow(), 'app.state', {})).value.phase).toBe('signIn');
});

test('a file locked in the middle of work: the change is refused, and once it is free it is done', async () => {
  const test = await startReadyDesk();
  const other = stranger(test);
  other.exec('begin immediate');
  expect((await test.ask(test.windowId, 'sites.create', pier)).error.code).toBe('database.busy');
  expect((await test.ask(test.windowId, 'sites.list', {})).ok).toBe(true);
  other.exec('rollback');
  other.close();
  expect((await test.ask(test.windowId, 'sites.create', pier)).ok).toBe(true);
});
