import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** How long somebody else's lock is waited for, ms: shortly while a person looks at an empty window, longer at work. */
const busyTimeout = { opening: 1500, working: 5000 } as const;

/** Page cache of this connection, KiB: most of the 64 MB that all connections may take (docs/performance.md). */
const cacheKib = 48_000;

/**
 * Opens the file and reads its first page, so that a wrong key or a file that is no database shows here. Throws
 * SQLite's own errors and leaves no handle open.
 * @param use `read`: the file has to be there, and stays as it is
 */
export function connect(
  path: string,
  key: Uint8Array,
  use: 'write' | 'read' = 'write',
): BetterSqlite3.Database {
  const readonly = use === 'read';
  const client = new BetterSqlite3(path, {
    timeout: busyTimeout.opening,
    readonly,
    fileMustExist: readonly,
  });
  try {
    client.pragma("cipher = 'sqlcipher'");
    client.pragma('legacy = 4');
    client.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    client.pragma(`cache_size = -${cacheKib}`);
    // Sorting must never spill names into an unencrypted temporary file.
    client.pragma('temp_store = memory');
    client.pragma('foreign_keys = on');
    client.pragma('secure_delete = on');
    client.pragma('trusted_schema = off');
    client.prepare('select count(*) from sqlite_schema').get();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** What makes an acknowledged write survive a kill at any moment. Writes to a new file, so it comes after every refusal. */
export function makeDurable(client: BetterSqlite3.Database): void {
  client.pragma('journal_mode = wal');
  client.pragma('synchronous = full');
  client.pragma(`busy_timeout = ${busyTimeout.working}`);
}

/**
 * Moves the write-ahead log into the file and leaves none of it: it holds earlier forms of what was erased since. Waits for
 * nobody; answers whether nobody was in the way.
 */
export function emptyLog(client: BetterSqlite3.Database): boolean {
  client.pragma('busy_timeout = 0');
  try {
    const [outcome] = client.pragma('wal_checkpoint(truncate)') as { busy: number }[];
    return outcome?.busy === 0;
  } finally {
    client.pragma(`busy_timeout = ${busyTimeout.working}`);
  }
}

/**
 * Reads the first page of every table and index, a few dozen in all: each page carries its own check, so that damage
 * at the roots is told at the start. A full check reads the whole file, which takes seconds at 100 000 people.
 */
export function readRoots(client: BetterSqlite3.Database): void {
  const tables = client
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and rootpage > 0")
    .all();
  for (const { name } of tables) {
    client.prepare(`select * from "${name}" not indexed limit 1`).get();
    const indexes = client.prepare<[string], { name: string }>(
      'select name from pragma_index_list(?) where partial = 0',
    );
    for (const index of indexes.all(name)) {
      client.prepare(`select 1 from "${name}" indexed by "${index.name}" limit 1`).get();
    }
  }
}

/** The folder is made for its owner alone; one that is there already keeps its mode. */
export function makeFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
}

/**
 * Takes from others what they may do with the files, and from their owner nothing: one who made the database read-only meant it.
 * What lies beside it gets its mode, as SQLite gives it when it makes those files: left behind from a time when the database
 * was read-only, they would keep it so.
 */
export function ownerOnly(path: string): void {
  const modeOf = (file: string) => (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  const own = modeOf(path) & 0o700;
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const mode = modeOf(file);
    if (mode !== 0 && mode !== own) chmodSync(file, own);
  }
}
