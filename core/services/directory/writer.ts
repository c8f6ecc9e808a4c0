import type { Tx } from '../../db/types';
import { cellOf, count, sameCell, siteSetOf } from './counts';
import {
  type Entry,
  type InvitationSource,
  invitationEntry,
  type Placed,
  readInvitation,
  readInvitationSites,
  readUser,
  siteKeyLength,
  siteSeparator,
} from './entry';
import { insertEntry, linkSites } from './insert';
import { statusRanks } from './ranks';

/**
 * The only writer of the directory tables. Services call it in the transaction that changed a person, an invitation
 * or their sites, after those changes. Each call looks at what is stored now, so calling it twice does no harm.
 */

/** After a change of a user, their sites, credential or reactivation. */
export function refreshUser(tx: Tx, userId: string): void {
  place(tx, userId, readUser(tx, userId), 'erase');
}

/** After a change of an invitation or its sites; a reactivation shows on the person's row, which is refreshed too. */
export function refreshInvitation(tx: Tx, invitationId: string): void {
  const invitation = readInvitation(tx, invitationId);
  if (invitation === undefined) return;
  const sites = readInvitationSites(tx, invitationId);
  // An accepted one goes on as the person's entry; any other that goes is gone for good.
  const leaving = invitation.acceptedAt === null ? 'erase' : 'forget';
  place(tx, invitationId, invitationEntry(invitation, sites), leaving);
  noteAccepted(tx, invitation, siteSetOf(sites.map((site) => site.id)));
  if (invitation.reactivatesUserId !== null) refreshUser(tx, invitation.reactivatesUserId);
}

/** After a site was renamed: rows sort by the names of their sites. */
export function refreshSite(tx: Tx, siteId: string): void {
  tx.run(
    `update directory_entry set site_key = (
       select substr(group_concat(name_key, ?), 1, ?) from (
         select s.name_key from directory_site d join site s on s.id = d.site_id
         where d.n = directory_entry.n order by s.name_key, s.id))
     where n in (select n from directory_site where site_id = ?)`,
    siteSeparator,
    siteKeyLength,
    siteId,
  );
}

/** After `user_activity` was written. Cheaper than a refresh: it happens with every use. @param at UTC ms. */
export function noteActivity(tx: Tx, userId: string, at: number): void {
  tx.run(
    `update directory_entry set last_activity_at = ?, activity_at = ?
     where id = ? and (last_activity_at is null or last_activity_at < ?)`,
    at,
    at,
    userId,
    at,
  );
}

/** How the name of an entry that goes leaves the search index: when its segments are merged some day, or at once. */
type Leaving = 'forget' | 'erase';

type Stored = Entry & { n: number };

function place(tx: Tx, id: string, next: Placed | null, leaving: Leaving): void {
  const before = tx.statement<Stored>('select * from directory_entry where id = ?').get(id);
  if (before === undefined) {
    if (next !== null) add(tx, next);
  } else if (next === null) {
    remove(tx, before, leaving);
  } else {
    change(tx, before, next);
  }
}

function add(tx: Tx, placed: Placed): void {
  const n = insertEntry(tx, placed);
  index(tx, n, placed.entry.search_text);
  count(tx, cellOf(placed.entry, siteSetOf(placed.siteIds)), 1);
}

function remove(tx: Tx, before: Stored, leaving: Leaving): void {
  count(tx, cellOf(before, siteSetOf(sitesOf(tx, before.n))), -1);
  if (leaving === 'erase') unindexAtOnce(tx, before.n, before.search_text);
  else unindex(tx, before.n, before.search_text);
  tx.run('delete from directory_site where n = ?', before.n);
  tx.run('delete from directory_entry where n = ?', before.n);
}

function change(tx: Tx, before: Stored, { entry, siteIds }: Placed): void {
  const { n } = before;
  const sitesBefore = siteSetOf(sitesOf(tx, n));
  const sitesNow = siteSetOf(siteIds);
  const cellBefore = cellOf(before, sitesBefore);
  const cellNow = cellOf(entry, sitesNow);
  if (!sameCell(cellBefore, cellNow)) {
    count(tx, cellBefore, -1);
    count(tx, cellNow, 1);
  }
  if (sitesBefore !== sitesNow) {
    tx.run('delete from directory_site where n = ?', n);
    linkSites(tx, n, siteIds);
  }
  // Only what differs: SQLite rewrites every index of a column that is set, changed or not.
  const columns = (Object.keys(entry) as (keyof Entry)[]).filter(
    (column) => entry[column] !== before[column],
  );
  if (columns.length === 0) return;
  const assignments = columns.map((column) => `${column} = ?`).join(', ');
  tx.run(
    `update directory_entry set ${assignments} where n = ?`,
    ...columns.map((column) => entry[column]),
    n,
  );
  if (columns.includes('search_text')) {
    // An earlier name or address has to be gone with the person, whose deletion no longer knows of it.
    unindexAtOnce(tx, n, before.search_text);
    index(tx, n, entry.search_text);
  }
}

function noteAccepted(tx: Tx, invitation: InvitationSource, siteSet: string): void {
  const accepted =
    invitation.acceptedAt !== null && invitation.removedAt === null && invitation.deletedHlc === null;
  const noted = tx
    .statement<{ siteSet: string }>(
      'select site_set as siteSet from directory_accepted where invitation_id = ?',
    )
    .get(invitation.id);
  if (accepted === (noted !== undefined)) return;
  const cell = { statusRank: statusRanks.accepted, roleRank: 0 };
  if (noted === undefined) {
    tx.run('insert into directory_accepted (invitation_id, site_set) values (?, ?)', invitation.id, siteSet);
    count(tx, { ...cell, siteSet }, 1);
  } else {
    tx.run('delete from directory_accepted where invitation_id = ?', invitation.id);
    count(tx, { ...cell, siteSet: noted.siteSet }, -1);
  }
}

function sitesOf(tx: Tx, n: number): string[] {
  const rows = tx
    .statement<{ siteId: string }>('select site_id as siteId from directory_site where n = ?')
    .all(n);
  return rows.map((row) => row.siteId);
}

function index(tx: Tx, n: number, text: string): void {
  tx.run('insert into directory_search (rowid, search_text) values (?, ?)', n, text);
}

function unindex(tx: Tx, n: number, text: string): void {
  tx.run(
    "insert into directory_search (directory_search, rowid, search_text) values ('delete', ?, ?)",
    n,
    text,
  );
}

/** Several times the work of a plain removal, so only where a text has to be gone from the file (product.md §10). */
function unindexAtOnce(tx: Tx, n: number, text: string): void {
  tx.run("insert into directory_search (directory_search, rank) values ('secure-delete', 1)");
  unindex(tx, n, text);
  tx.run("insert into directory_search (directory_search, rank) values ('secure-delete', 0)");
}
