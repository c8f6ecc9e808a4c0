import type { ReadDb, SqlValue, Tx } from '../../db/types';
import type { Entry } from './entry';
/** Which cell of `directory_count` a row counts in. */
export interface Cell {
  siteSet: string;
  statusRank: number;
  roleRank: number;
}

/** Stands for the whole organisation. */
export const everySite = '*';

export function cellOf(entry: Pick<Entry, 'status_rank' | 'role_rank' | 'site_set'>): Cell {
  return { siteSet: entry.site_set, statusRank: entry.status_rank, roleRank: entry.role_rank };
}

export function sameCell(a: Cell, b: Cell): boolean {
  return a.siteSet === b.siteSet && a.statusRank === b.statusRank && a.roleRank === b.roleRank;
}

const add = `
  insert into directory_count (site_set, status_rank, role_rank, entries) values (?, ?, ?, ?)
  on conflict do update set entries = entries + excluded.entries`;

/** @param by 1 for a row that came, -1 for one that went. */
export function count(tx: Tx, cell: Cell, by: 1 | -1): void {
  for (const siteSet of [cell.siteSet, everySite]) tx.run(add, siteSet, cell.statusRank, cell.roleRank, by);
}

/** Inclusive. */
export type RankRange = readonly [from: number, to: number];

const counted =
  'select coalesce(sum(entries), 0) as n from directory_count where status_rank between ? and ?';

/** How many entries there are. @param siteIds `null`: in the whole organisation; else with one of these sites. */
export function countEntries(
  db: ReadDb,
  siteIds: readonly string[] | null,
  [from, to]: RankRange,
  roleRank: number | null = null,
): number {
  const role = roleRank === null ? '' : ' and role_rank = ?';
  const sites =
    siteIds === null
      ? ' and site_set = ?'
      : " and site_set <> '*' and exists (select 1 from json_each(?) where instr(site_set, value))";
  const parameters: SqlValue[] = [from, to];
  if (roleRank !== null) parameters.push(roleRank);
  parameters.push(siteIds === null ? everySite : JSON.stringify(siteIds));
  return db.statement<{ n: number }>(counted + role + sites).get(...parameters)?.n ?? 0;
}
