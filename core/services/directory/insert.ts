import type { Tx } from '../../db/types';
import type { Entry, Placed } from './entry';

/** Adds an entry and its sites; search index and counts are the caller's. Answers the entry's `n`. */
export function insertEntry(tx: Tx, { entry, siteIds }: Placed): number {
  const columns = Object.keys(entry) as (keyof Entry)[];
  const text = `insert into directory_entry (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
  tx.run(text, ...columns.map((column) => entry[column]));
  const n = tx.statement<{ n: number }>('select last_insert_rowid() as n').get()?.n ?? 0;
  linkSites(tx, n, siteIds);
  return n;
}

export function linkSites(tx: Tx, n: number, siteIds: readonly string[]): void {
  for (const siteId of siteIds) tx.run('insert into directory_site (site_id, n) values (?, ?)', siteId, n);
}
