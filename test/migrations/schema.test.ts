import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '../../core/db/schema';
import type { ReadDb } from '../../core/db/types';
import { createTestDb } from '../support/db';
import { migrationsFolder } from '../support/options';
import { journal } from './earlier';

const exported: unknown[] = Object.values(schema);
const tables = exported.filter((value): value is SQLiteTable => is(value, SQLiteTable));

function column(db: ReadDb, sql: string, ...parameters: string[]): string[] {
  return db
    .statement<{ name: string }>(sql)
    .all(...parameters)
    .map((row) => row.name);
}

test('the migrations say all that the schema says: generating another one finds nothing to do', async () => {
  const latest = String(journal().entries.length - 1).padStart(4, '0');
  const shipped = JSON.parse(readFileSync(join(migrationsFolder, `meta/${latest}_snapshot.json`), 'utf8'));
  const current = await generateSQLiteDrizzleJson({ ...schema });
  expect(await generateSQLiteMigration(shipped, current)).toEqual([]);
});

test('a fresh file has the tables, columns and indexes of the schema, after all editing by hand', () => {
  const { db } = createTestDb();
  for (const table of tables) {
    const { name, columns, indexes } = getTableConfig(table);
    const stored = db
      .statement<{ name: string; type: string; required: 0 | 1; key: number }>(
        'select name, lower(type) as type, "notnull" as required, pk as key from pragma_table_info(?) order by name',
      )
      .all(name);
    const wanted = columns.map((one) => ({
      name: one.name,
      type: one.getSQLType(),
      required: one.notNull || one.primary,
    }));
    expect(stored.map((one) => ({ ...one, required: one.required === 1 || one.key > 0 }))).toMatchObject(
      wanted.sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    const found = column(db, "select name from pragma_index_list(?) where origin = 'c'", name);
    const unique = columns.filter((one) => one.isUnique).map((one) => one.uniqueName);
    expect(found.sort()).toEqual([...indexes.map((one) => one.config.name), ...unique].sort());
  }
});

test('every table is STRICT', () => {
  const { db } = createTestDb();
  const own = column(
    db,
    "select name from pragma_table_list where type = 'table' and strict = 1 and schema = 'main'",
  );
  expect(own.sort()).toEqual(tables.map((table) => getTableConfig(table).name).sort());
  const others = column(
    db,
    "select name from pragma_table_list where type = 'table' and strict = 0 and schema = 'main'",
  );
  // drizzle's own list of migrations, and SQLite's.
  expect(others.sort()).toEqual(['__drizzle_migrations', 'sqlite_schema', 'sqlite_sequence']);
});

test('every index is named and has a column, and no two of a table begin alike for nothing', () => {
  const { db } = createTestDb();
  for (const table of tables) {
    const { name } = getTableConfig(table);
    const lists = column(db, 'select name from pragma_index_list(?) where partial = 0', name).map((index) =>
      column(db, 'select name from pragma_index_info(?) order by seqno', index).join(),
    );
    const covered = lists.filter((one) =>
      lists.some((other) => other !== one && other.startsWith(`${one},`)),
    );
    expect([name, covered]).toEqual([name, []]);
  }
});
