import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { connect, readRoots } from './connection';
import { inspect } from './inspect';
import { migrate, schemaAge } from './migrate';
import * as schema from './schema';
import { openRefusal } from './sqlite-errors';

export interface FileToMigrate {
  path: string;
  key: Uint8Array;
  migrationsFolder: string;
}

/**
 * Whether opening the file would change its schema, so that there is something to back up before; a new file has nothing yet.
 * Errors: those of `openDatabase`; the file stays as it is.
 */
export function needsMigration(file: FileToMigrate): boolean {
  return using(file, (client) => schemaAge(client, file.path, file.migrationsFolder) === 'earlier');
}

/** Does by itself what opening would do: for a thread that keeps nobody waiting. Errors: those of `openDatabase`. */
export function migrateFile(file: FileToMigrate): void {
  using(file, (client) => migrate(client, drizzle({ client, schema }), file.path, file.migrationsFolder));
}

function using<T>({ path, key }: FileToMigrate, work: (client: BetterSqlite3.Database) => T): T {
  try {
    inspect(path, key);
    const client = connect(path, key);
    try {
      readRoots(client);
      return work(client);
    } finally {
      client.close();
    }
  } catch (error) {
    throw openRefusal(error, path) ?? error;
  }
}
