import type BetterSqlite3 from 'better-sqlite3';
import type { SqlValue, Statement } from './types';

export interface Statements {
  /** A prepared query. Throws when the text would write. */
  read<Row>(sql: string): Statement<Row>;
  /** The same, of which the first column alone is answered. */
  column<Value>(sql: string): Pick<Statement<Value>, 'all'>;
  /** Runs a prepared write; answers the number of rows it touched. */
  run(sql: string, ...parameters: SqlValue[]): number;
}

/** Prepares each text once per connection. Texts are few and fixed: values always travel as parameters. */
export function createStatements(client: BetterSqlite3.Database): Statements {
  const prepared = new Map<string, BetterSqlite3.Statement>();
  const columns = new Map<string, BetterSqlite3.Statement>();

  function prepare(sql: string): BetterSqlite3.Statement {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = client.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  }

  return {
    read<Row>(sql: string) {
      return readable(prepare(sql)) as unknown as Statement<Row>;
    },
    column<Value>(sql: string) {
      let statement = columns.get(sql);
      if (statement === undefined) {
        statement = readable(client.prepare(sql)).pluck();
        columns.set(sql, statement);
      }
      return statement as unknown as Statement<Value>;
    },
    run: (sql, ...parameters) => prepare(sql).run(...parameters).changes,
  };
}

function readable(statement: BetterSqlite3.Statement): BetterSqlite3.Statement {
  if (!statement.readonly) throw new Error(`A read handle was given a write: ${statement.source}`);
  return statement;
}
