import type BetterSqlite3 from 'better-sqlite3';

/** Runs a part of a transaction; when it throws, its rows are undone, then `undone` runs, and the error goes on. */
export type Savepoint = <T>(part: () => T, undone: () => void) => T;

export function createSavepoint(client: BetterSqlite3.Database): Savepoint {
  const begin = client.prepare('savepoint part');
  const release = client.prepare('release part');
  const rollback = client.prepare('rollback to part');
  return (part, undone) => {
    begin.run();
    try {
      const result = part();
      release.run();
      return result;
    } catch (error) {
      // SQLite itself rolls the whole transaction back on some errors (a full disk among them).
      if (client.inTransaction) {
        rollback.run();
        release.run();
      }
      undone();
      throw error;
    }
  };
}
