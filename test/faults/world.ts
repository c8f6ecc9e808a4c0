import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { isAppError } from '../../core/errors/app-error';
import { openOptions } from '../support/options';
import { chance as chanceOf } from '../support/seed';
import { nextAct, signedIn } from './acts';
import { openServices } from './services';
import { givenDesk, surroundingsOf } from './template';

/** A desk after so many acts of every kind: people who came, went and came back, invitations in every state, visits. */
export async function livedIn(path: string, { acts, seed }: { acts: number; seed: number }): Promise<void> {
  await givenDesk(path);
  const chance = chanceOf(seed);
  const desk = openServices(surroundingsOf(path), chance);
  await desk.services.licence.load();
  const memory = signedIn(desk);
  for (let i = 0; i < acts; i += 1) {
    desk.clock.advance(chance.between(1, 3_600_000));
    try {
      await nextAct(desk, memory, chance, 'mixed').run();
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  desk.db.close();
}

type Row = Record<string, string | number | null>;

/** What a version kept: its tables, each with its columns. */
export type Shape = ReadonlyMap<string, readonly string[]>;

const ownTables = `select name from pragma_table_list where type = 'table' and schema = 'main'
  and name not like 'sqlite_%' and name not like 'directory_search%' and name <> '__drizzle_migrations' order by name`;

export function shapeOf(db: Database): Shape {
  const columns = db.statement<{ name: string }>('select name from pragma_table_info(?)');
  return new Map(
    db
      .statement<{ name: string }>(ownTables)
      .all()
      .map(({ name }) => [name, columns.all(name).map((column) => column.name)]),
  );
}

/** The rows as that version would keep them: of its tables, in the columns both know. */
export function rowsIn(db: Database, shape: Shape): Map<string, Row[]> {
  const now = shapeOf(db);
  const rows = new Map<string, Row[]>();
  for (const [table, columns] of shape) {
    const known = now.get(table)?.filter((column) => columns.includes(column)) ?? [];
    if (known.length === 0) continue;
    const list = known.map((column) => `"${column}"`).join(', ');
    rows.set(table, db.statement<Row>(`select ${list} from "${table}" order by ${list}`).all());
  }
  return rows;
}

/** An operation as that version would have written it: `null` where it knew none of what was changed. */
function knownTo(shape: Shape, operation: Row): Row | null {
  const columns = shape.get(String(operation.tbl)) ?? [];
  const kept = (json: string | number | null | undefined) =>
    Object.fromEntries(
      Object.entries(JSON.parse(String(json)) as object).filter(([column]) => columns.includes(column)),
    );
  const patch = kept(operation.patch);
  if (Object.keys(patch).length === 0) return null;
  return { ...operation, patch: JSON.stringify(patch), base: JSON.stringify(kept(operation.base)) };
}

/**
 * A file of an earlier version with today's world in it, seen through that version's tables. Answers what it holds.
 * @param migrations those that version shipped
 */
export function madeEarlier(
  world: Database,
  path: string,
  migrations: string,
): { shape: Shape; rows: Map<string, Row[]> } {
  const earlier = openDatabase({ ...openOptions(path), migrationsFolder: migrations });
  try {
    const shape = shapeOf(earlier);
    const { client } = earlier;
    client.pragma('foreign_keys = off');
    client.exec('begin; delete from sync_state;');
    for (const [table, rows] of rowsIn(world, shape)) {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) continue;
      const insert = client.prepare(
        `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows) {
        const known = table === 'change_op' ? knownTo(shape, row) : row;
        if (known !== null) insert.run(...columns.map((column) => known[column] ?? null));
      }
    }
    client.exec('commit');
    return { shape, rows: rowsIn(earlier, shape) };
  } finally {
    earlier.close();
  }
}
