import type { Ids } from '../ports';
import type { Hlc } from './hlc';
import type { PersonalValues } from './personal';
import type { Statements } from './statements';
import { type JournalColumn, syncedTables } from './synced-tables';
import type { SyncedTable, Tx } from './types';

export type Journal = Pick<Tx, 'insert' | 'update' | 'remove'>;

type Value = string | number | null;

const insertOperation =
  'insert into change_op (op_id, txn_id, tbl, pk, patch, base, hlc, actor_id) values (?, ?, ?, ?, ?, ?, ?, ?)';

/**
 * Writes rows that desks exchange, each with its change operation: column → new value, and for a change the reading
 * (`base`) each column had before. In code rather than in triggers: see docs/decisions/0001. One per transaction.
 */
export function createJournal(deps: {
  statements: Statements;
  hlc: Pick<Hlc, 'tick'>;
  ids: Ids;
  personal: PersonalValues;
  actorId: string | null;
}): Journal {
  const { statements, hlc, ids, personal, actorId } = deps;
  let txnId: string | undefined;

  function record(table: SyncedTable, id: string, patch: string, base: string, reading: string): void {
    txnId ??= ids.next();
    statements.run(insertOperation, ids.next(), txnId, table, id, patch, base, reading, actorId);
  }

  /** @param owner the person a personal value belongs to; `null`: it is nobody's */
  function patched({ name }: JournalColumn, value: Value, owner: string | null): string {
    if (owner === null || value === null) return `"${name}":${JSON.stringify(value)}`;
    return `"${name}":{"$personal":"${personal.keep(owner, String(value)).id}"}`;
  }

  return {
    insert(table, row) {
      const { columns, insertSql } = syncedTables[table];
      const source = row as Record<string, unknown> & { id: string };
      const reading = hlc.tick();
      const values = columns.map((column) => column.toDriver(source[column.property]));
      statements.run(insertSql, source.id, reading, '{}', ...values);
      const patch = columns.flatMap((column, i) => {
        const value = values[i] ?? null;
        const owner = column.owner && String(source[column.owner.property]);
        return value === null ? [] : [patched(column, value, owner)];
      });
      record(table, source.id, `{${patch.join(',')}}`, '{}', reading);
    },

    update(table, id, patch) {
      const { columns, hasVersion } = syncedTables[table];
      const source = patch as Record<string, unknown>;
      const before = liveRow(statements, table, id);
      const changes = columns.flatMap((column) => {
        const given = source[column.property];
        if (given === undefined) return [];
        const value = column.toDriver(given);
        return value === before[column.name] ? [] : [{ column, value }];
      });
      if (changes.length === 0) return;
      const reading = hlc.tick();
      const ver = JSON.parse(String(before.ver)) as Record<string, string>;
      const base = changes.map(
        ({ column }) => `"${column.name}":"${ver[column.name] ?? String(before.created_hlc)}"`,
      );
      for (const { column } of changes) ver[column.name] = reading;
      const assignments = changes.map(({ column }) => `"${column.name}" = ?`);
      if (hasVersion) assignments.push('version = version + 1');
      statements.run(
        `update "${table}" set ${assignments.join(', ')}, ver = ? where id = ?`,
        ...changes.map(({ value }) => value),
        sortedJson(ver),
        id,
      );
      const operations = changes.map(({ column, value }) =>
        patched(column, value, column.owner && String(before[column.owner.name])),
      );
      record(table, id, `{${operations.join(',')}}`, `{${base.join(',')}}`, reading);
    },

    remove(table, id) {
      liveRow(statements, table, id);
      const reading = hlc.tick();
      const counted = syncedTables[table].hasVersion ? ', version = version + 1' : '';
      statements.run(`update "${table}" set deleted_hlc = ?${counted} where id = ?`, reading, id);
      record(table, id, `{"deleted_hlc":"${reading}"}`, '{}', reading);
    },
  };
}

function liveRow(statements: Statements, table: SyncedTable, id: string): Record<string, Value> {
  const row = statements
    .read<Record<string, Value>>(`select * from "${table}" where id = ? and deleted_hlc is null`)
    .get(id);
  if (row === undefined) throw new Error(`No live row in ${table} with id ${id}`);
  return row;
}

function sortedJson(ver: Record<string, string>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(ver).sort(([a], [b]) => (a < b ? -1 : 1))));
}
