import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Clock, Ids, Random } from '../ports';
import { connect, makeDurable, ownerOnly, readRoots } from './connection';
import { createHlc, formatHlc } from './hlc';
import { inspect } from './inspect';
import { writeKeyCheck } from './key-check';
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
    ownerOnly(path);
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

function prepare(client: BetterSqlite3.Database, options: OpenOptions): Database {
  const { path, key, clock, ids, random } = options;
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
    key,
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
