import type { Tx } from '../../db/types';
import type { Entry } from './entry';
import { sitesIn } from './site-set';

/** Adds an entry and its sites; search index and counts are the caller's. Answers the entry's `n`. */
export function insertEntry(tx: Tx, entry: Entry): number {
  const columns = Object.keys(entry) as (keyof Entry)[];
  const text = `insert into directory_entry (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
  tx.run(text, ...columns.map((column) => entry[column]));
  const n = tx.statement<{ n: number }>('select last_insert_rowid() as n').get()?.n ?? 0;
  linkSites(tx, n, entry.site_set);
  return n;
}

export function linkSites(tx: Tx, n: number, siteSet: string): void {
  for (const siteId of sitesIn(siteSet))
    tx.run('insert into directory_site (site_id, n) values (?, ?)', siteId, n);
}

export function unlinkSites(tx: Tx, n: number, siteSet: string): void {
  for (const siteId of sitesIn(siteSet))
    tx.run('delete from directory_site where site_id = ? and n = ?', siteId, n);
}
