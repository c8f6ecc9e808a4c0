import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { copyDatabase } from '../../../core/backups/copy-database';
import type { ListQuery } from '../../../core/contract/users';
import { connect, makeDurable } from '../../../core/db/connection';
import { createStatements } from '../../../core/db/statements';
import type { Database } from '../../../core/db/types';
import { createDirectory } from '../../../core/services/directory/create-directory';
import { systemClock } from '../../../core/system';
import { type Figure, inTurn } from './measure';
import type { OurDesk } from './ours';
import { needles } from './population';

interface Copies {
  n: number;
  ours: OurDesk;
  key: Uint8Array;
  /** For the two copies. */
  folder: string;
}

const readings = { ours: 300, plain: 300 };
/** Each on a connection of its own, so that nothing is in its cache yet. */
const firstTimes = { ours: 15, plain: 15 };
const everybody: ListQuery = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'email',
  direction: 'asc',
};

/** What encryption at rest costs: the Users page's own statements on two copies of one database, page by page the same. */
export async function* cipherFigures({ n, ours, key, folder }: Copies): AsyncGenerator<Figure> {
  const encrypted = join(folder, 'encrypted.db');
  const plain = join(folder, 'plain.db');
  copyDatabase(ours.db.path, key, encrypted);
  copyFileSync(encrypted, plain);
  decrypt(plain, key);
  const open = {
    ours: () => durable(connect(encrypted, key)),
    plain: () => durable(connectPlain(plain)),
  };
  const clients = [open.ours(), open.plain()] as const;
  const [here, there] = clients.map((client) => directoryOver(client, ours));
  if (here === undefined || there === undefined) return;
  const acts = actsOf(n, ours);
  for (const [op, act] of Object.entries(acts)) {
    const contenders = { ours: { run: () => act(here) }, plain: { run: () => act(there) } };
    yield { op: `cipher.${op}`, n, times: await inTurn(contenders, readings) };
  }
  for (const client of clients) client.close();
  for (const [op, act] of Object.entries(acts)) {
    const first = (connection: () => BetterSqlite3.Database) => ({
      run() {
        const client = connection();
        act(directoryOver(client, ours));
        client.close();
      },
    });
    const contenders = { ours: first(open.ours), plain: first(open.plain) };
    yield { op: `cipher.first.${op}`, n, times: await inTurn(contenders, firstTimes) };
  }
}

type Directory = ReturnType<typeof createDirectory>;

function actsOf(n: number, { admin }: OurDesk): Record<string, (directory: Directory) => unknown> {
  const window =
    (query: Partial<ListQuery>, start = 0) =>
    (directory: Directory) =>
      directory.window(admin, {
        query: { ...everybody, ...query },
        window: { start, limit: 50, anchor: null },
      });
  const searches = Object.entries(needles(n)).map(
    ([name, search]) => [`search.${name}`, window({ search })] as const,
  );
  return {
    'list.page1': window({}),
    'list.last_activity': window({ sort: 'lastActivity', direction: 'desc' }),
    'list.middle': window({}, Math.floor(n / 2)),
    ...Object.fromEntries(searches),
    'filter.role': window({ role: 'site_admin' }),
    statistics: (directory) => directory.statistics(admin),
  };
}

function directoryOver(client: BetterSqlite3.Database, { db }: OurDesk): Directory {
  const statements = createStatements(client);
  const over: Database = {
    ...db,
    client,
    statement: (sql) => statements.read(sql),
    column: (sql) => statements.column(sql),
  };
  return createDirectory({ db: over, clock: systemClock });
}

function decrypt(path: string, key: Uint8Array): void {
  const client = connect(path, key);
  client.pragma('journal_mode = off');
  client.pragma("rekey = ''");
  client.close();
}

/** With a write-ahead log, as the app has it: without one every statement begins by looking at the file's first page. */
function durable(client: BetterSqlite3.Database): BetterSqlite3.Database {
  makeDurable(client);
  return client;
}

/** As `connect` does it, but for the cipher. */
function connectPlain(path: string): BetterSqlite3.Database {
  const client = new BetterSqlite3(path);
  for (const setting of ['cache_size = -48000', 'temp_store = memory', 'trusted_schema = off'])
    client.pragma(setting);
  return client;
}
