import { closeSync, openSync, statSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { AppError } from '../errors/app-error';
import type { Clock, Ids, Random } from '../ports';
import { connect, makeDurable, makeFolder, ownerOnly, readRoots } from './connection';
import { createHlc, formatHlc } from './hlc';
import { firstPageFits, matchesKeyCheck, pageSize, writeKeyCheck } from './key-check';
import { lastReadingOf } from './last-reading';
import { migrate } from './migrate';
import * as schema from './schema';
import { openRefusal } from './sqlite-errors';
import { createStatements } from './statements';
import type { Database } from './types';
import { createWriter } from './write';

export interface OpenOptions {
  path: string;
  /** 32 bytes. */
  key: Uint8Array;
  clock: Clock;
  ids: Ids;
  random: Random;
  /** `resources/migrations` of this version. */
  migrationsFolder: string;
}

/**
 * Opens the database, makes or migrates it. Errors: `database.corrupt`, `database.newer`, `database.key_wrong`,
 * `database.in_use`, `database.unreadable`, `database.disk_full`. A refused file is left as it was.
 */
export function openDatabase(options: OpenOptions): Database {
  const { path, key } = options;
  if (key.length !== 32) throw new Error('The database key has 32 bytes');
  try {
    const keyCheckIsCurrent = inspect(path, key);
    const client = connect(path, key);
    try {
      const database = prepare(client, options);
      if (!keyCheckIsCurrent) writeKeyCheck(path, key);
      return database;
    } catch (error) {
      client.close();
      throw error;
    }
  } catch (error) {
    throw openRefusal(error, path) ?? error;
  }
}

/** Before SQLite touches the file: is the key the right one? Makes an empty file, owner-only, where there is none. */
function inspect(path: string, key: Uint8Array): boolean {
  const check = matchesKeyCheck(path, key);
  const size = sizeOf(path);
  if (size === null) {
    makeFolder(path);
    closeSync(openSync(path, 'wx', 0o600));
    return false;
  }
  if (size === 0) {
    // Left by a first start that was cut off; with a key check beside it there once was a database here.
    if (check === null) return false;
    throw new AppError('database.corrupt', { path });
  }
  // The key decides, not the check: it may be lost, or older than the key.
  if (check === true || firstPageFits(path, key)) {
    // SQLite takes the torn page for a whole one until it reads it. Beside a log it may still be written whole.
    if (size % pageSize !== 0 && (sizeOf(`${path}-wal`) ?? 0) === 0)
      throw new AppError('database.corrupt', { path });
    return check === true;
  }
  // Nothing tells whose key it was; but a file of ours has whole pages.
  if (check === null && size % pageSize !== 0) throw new AppError('database.corrupt', { path });
  throw new AppError('database.key_wrong', { path });
}

/** Bytes, or `null` when there is no such file. */
function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function prepare(client: BetterSqlite3.Database, options: OpenOptions): Database {
  const { path, clock, ids, random } = options;
  const orm = drizzle({ client, schema });
  readRoots(client);
  migrate(client, orm, path, options.migrationsFolder);
  makeDurable(client);
  ownerOnly(path);
  const deskId = readDesk(client, ids);
  const statements = createStatements(client);
  const hlc = createHlc({ clock, deskId, last: lastReadingOf(client)() });
  return {
    path,
    deskId,
    client,
    orm,
    statement: (sql) => statements.read(sql),
    column: (sql) => statements.column(sql),
    write: createWriter({ client, orm, statements, hlc, deskId, path, clock, ids, random }),
    close: () => client.close(),
  };
}

/** This desk's id; made at the first start, with its clock. */
function readDesk(client: BetterSqlite3.Database, ids: Ids): string {
  const select = client.prepare<[], { deskId: string }>(
    'select desk_id as deskId from sync_state where id = 1',
  );
  const known = select.get();
  if (known !== undefined) return known.deskId;
  const deskId = ids.next();
  const lastHlc = formatHlc(0, 0, deskId);
  client
    .prepare('insert into sync_state (id, desk_id, last_hlc, epoch) values (1, ?, ?, ?)')
    .run(deskId, lastHlc, ids.next());
  return deskId;
}
