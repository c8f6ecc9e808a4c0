import { closeSync, openSync, writeSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';

/**
 * Makes pages unreadable that a start doesn't look at: from the middle of a table or index, one or every other. Closes the
 * connection, which has to be the only one.
 */
export function damageLeaf(client: BetterSqlite3.Database, name: string, how: 'one' | 'many' = 'one'): void {
  const path = client.name;
  client.pragma('wal_checkpoint(truncate)');
  const leaves = client
    .prepare<[string], number>("select pageno from dbstat where name = ? and pagetype = 'leaf' order by path")
    .pluck()
    .all(name);
  client.close();
  if (leaves.length < 3) throw new Error(`${name} has no page in its middle`);
  const middle = Math.floor(leaves.length / 2);
  const file = openSync(path, 'r+');
  for (const [i, page] of leaves.entries()) {
    if (how === 'one' ? i === middle : i % 2 === 1)
      writeSync(file, Buffer.alloc(64, 0xaa), 0, 64, (page - 1) * 4096 + 1000);
  }
  closeSync(file);
}
