import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { createHlc } from '../../core/db/hlc';
import { lastReadingOf } from '../../core/db/last-reading';
import * as schema from '../../core/db/schema';
import { createStatements } from '../../core/db/statements';
import type { Database } from '../../core/db/types';
import { createWriter } from '../../core/db/write';
import type { Clock, Ids, Random } from '../../core/ports';

interface Outside {
  clock: Clock;
  ids: Ids;
  random: Random;
}

export interface BulkDatabase extends Database {
  /** Commits what is still open. */
  flush(): void;
}

/** Writes per commit: more would hardly be faster. */
const batch = 500;

/**
 * The core's own writer, whose transactions share a commit. In the app each act is on the disk before it is
 * acknowledged; here nobody waits for one, and writing the same pages anew for each of thousands would take most of
 * the time. An act that fails takes its whole batch with it, and the demo ends there.
 */
export function inBulk(db: Database, { clock, ids, random }: Outside): BulkDatabase {
  const { deskId, path } = db;
  const { client, flush } = sharedCommits(db.client);
  const hlc = createHlc({ clock, deskId, last: lastReadingOf(client)() });
  const statements = createStatements(client);
  const orm = drizzle({ client, schema });
  const write = createWriter({ client, orm, statements, hlc, deskId, path, clock, ids, random });
  return {
    ...db,
    orm,
    statement: (sql) => statements.read(sql),
    column: (sql) => statements.column(sql),
    write,
    flush,
  };
}

/** Passes on what writer and drizzle ask of a client, with each text prepared once and a commit every so many. */
function sharedCommits(real: BetterSqlite3.Database) {
  const begin = real.prepare('begin immediate');
  const commit = real.prepare('commit');
  let writes = 0;
  const flush = () => {
    if (real.inTransaction) commit.run();
    writes = 0;
  };
  const prepared = new Map<string, unknown>([
    ['begin immediate', { run: () => real.inTransaction || begin.run() }],
    ['commit', { run: () => ++writes % batch === 0 && flush() }],
  ]);
  const gate = {
    prepare(sql: string): unknown {
      const statement = prepared.get(sql) ?? real.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
    get inTransaction() {
      return real.inTransaction;
    },
  };
  return { client: gate as BetterSqlite3.Database, flush };
}
