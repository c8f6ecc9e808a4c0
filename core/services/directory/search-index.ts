import type { ReadDb, Tx } from '../../db/types';

/**
 * The search index and the entries that wait to be taken into it. Each transaction that writes to the index leaves a segment
 * of its own there, half a dozen pages, and segments are merged later; so what is new waits in a small table beside it,
 * which every search looks through as well, and a batch is taken in at once.
 */
const batch = 64;

export function index(tx: Tx, n: number, text: string): void {
  tx.run('insert into directory_recent (n, search_text) values (?, ?)', n, text);
  if (countRecent(tx) >= batch) takeIn(tx);
}

/**
 * The text and its letters go at once: a plain removal leaves those among the index's segments until they are merged some day,
 * and only a text that stands in the index now can be taken out so (product.md §10). Several times the work.
 */
export function unindex(tx: Tx, n: number, text: string): void {
  // One that was still waiting is nowhere else.
  if (tx.run('delete from directory_recent where n = ?', n) > 0) return;
  tx.run("insert into directory_search (directory_search, rank) values ('secure-delete', 1)");
  tx.run(
    "insert into directory_search (directory_search, rowid, search_text) values ('delete', ?, ?)",
    n,
    text,
  );
  tx.run("insert into directory_search (directory_search, rank) values ('secure-delete', 0)");
}

export function emptyIndex(tx: Tx): void {
  tx.run('delete from directory_recent');
  tx.run("insert into directory_search (directory_search) values ('delete-all')");
}

/** Takes in every entry there is: four times faster than one by one. */
export function fillIndex(tx: Tx): void {
  tx.run("insert into directory_search (directory_search) values ('rebuild')");
}

/** Those that wait and hold the needle. */
export function recentHits(db: ReadDb, needle: string): number[] {
  return db.column<number>('select n from directory_recent where instr(search_text, ?)').all(needle);
}

function countRecent(db: ReadDb): number {
  return db.statement<{ n: number }>('select count(*) as n from directory_recent').get()?.n ?? 0;
}

function takeIn(tx: Tx): void {
  tx.run(
    'insert into directory_search (rowid, search_text) select n, search_text from directory_recent order by n',
  );
  tx.run('delete from directory_recent');
}
