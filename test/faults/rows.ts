import type { ReadDb } from '../../core/db/types';

/** Every row that tells of the world, as text, by table and key. What only ever grows (logs) is left to the chain's head. */
export type Rows = ReadonlyMap<string, string>;

/** What changed between two looks: a row as it is now, `null` where it is gone. */
export type Changes = Record<string, string | null>;

const tables = `select name, (select group_concat(i.name, ',') from pragma_table_info(t.name) i where i.pk > 0) as keys
  from pragma_table_list t
  where type = 'table' and schema = 'main' and name not in ('audit_event', 'change_op', 'personal_value')
    and name not like 'sqlite_%' and name not like 'directory_search%' and name <> '__drizzle_migrations'
  order by name`;

export function rowsOf(db: ReadDb): Rows {
  const rows = new Map<string, string>();
  for (const { name, keys } of db.statement<{ name: string; keys: string }>(tables).all()) {
    const columns = keys.split(',');
    for (const row of db.statement<Record<string, unknown>>(`select * from "${name}"`).all()) {
      rows.set(`${name} ${columns.map((column) => row[column]).join(' ')}`, JSON.stringify(row));
    }
  }
  return rows;
}

export function changesBetween(before: Rows, after: Rows): Changes {
  const changes: Changes = {};
  for (const [key, row] of after) if (before.get(key) !== row) changes[key] = row;
  for (const key of before.keys()) if (!after.has(key)) changes[key] = null;
  return changes;
}

export function withChanges(before: Rows, changes: Changes): Rows {
  const rows = new Map(before);
  for (const [key, row] of Object.entries(changes)) {
    if (row === null) rows.delete(key);
    else rows.set(key, row);
  }
  return rows;
}
