import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { AppError } from '../errors/app-error';
import type { Orm } from './types';

const journalFile = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** Number of migrations and the date of the latest (UTC ms; 0: none), which is how drizzle tells them apart. */
interface SchemaState {
  count: number;
  latest: number;
}

/**
 * Whether the file has this version's schema, an earlier one, or none yet. Error: `database.newer`, the file untouched.
 */
export function schemaAge(
  client: BetterSqlite3.Database,
  path: string,
  migrationsFolder: string,
): 'current' | 'earlier' | 'none' {
  const known = knownState(migrationsFolder);
  const found = foundState(client);
  if (found.latest > known.latest) {
    const newer = Math.max(found.count, known.count + 1);
    throw new AppError('database.newer', { path, found: newer, known: known.count });
  }
  if (found.latest === known.latest) return 'current';
  return found.count === 0 ? 'none' : 'earlier';
}

/**
 * Brings the file up to this version's schema. Reads before it writes: a file of a newer version is refused as
 * `database.newer` untouched.
 */
export function migrate(
  client: BetterSqlite3.Database,
  orm: Orm,
  path: string,
  migrationsFolder: string,
): void {
  if (schemaAge(client, path, migrationsFolder) === 'current') return;
  // A migration that rebuilds a table drops the one others refer to; inside its transaction this can't be switched.
  client.pragma('foreign_keys = off');
  applyMigrations(orm, { migrationsFolder });
  client.pragma('foreign_keys = on');
  const broken = client.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`A migration left ${broken.length} rows without their parent`);
}

export function knownState(migrationsFolder: string): SchemaState {
  const { entries } = journalFile.parse(
    JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')),
  );
  return { count: entries.length, latest: Math.max(0, ...entries.map((entry) => entry.when)) };
}

export function foundState(client: BetterSqlite3.Database): SchemaState {
  const table = client.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  if (table === undefined) return { count: 0, latest: 0 };
  return client
    .prepare<[], SchemaState>(
      'select count(*) as count, coalesce(max(created_at), 0) as latest from __drizzle_migrations',
    )
    .get() as SchemaState;
}
