import type { Tx } from '../../db/types';
import { cellOf, count, sameCell } from './counts';
import {
  type Entry,
  type InvitationSource,
  invitationEntry,
  readInvitation,
  readInvitationSites,
  readUser,
  siteKeyLength,
  siteSeparator,
} from './entry';
import { insertEntry, linkSites, unlinkSites } from './insert';
import { statusRanks } from './ranks';
import { index, unindex } from './search-index';
import { siteSetOf } from './site-set';

/**
 * The only writer of the directory tables. Services call it in the transaction that changed a person, an invitation
 * or their sites, after those changes. Each call looks at what is stored now, so calling it twice does no harm.
 */

/** After a change of a user, their sites, credential or reactivation. */
export function refreshUser(tx: Tx, userId: string): void {
  place(tx, userId, readUser(tx, userId));
}

/** After a change of an invitation or its sites; a reactivation shows on the person's row, which is refreshed too. */
export function refreshInvitation(tx: Tx, invitationId: string): void {
  const invitation = readInvitation(tx, invitationId);
  if (invitation === undefined) return;
  const sites = readInvitationSites(tx, invitationId);
  place(tx, invitationId, invitationEntry(invitation, sites));
  noteAccepted(tx, invitation, siteSetOf(sites.map((site) => site.id)));
  if (invitation.reactivatesUserId !== null) refreshUser(tx, invitation.reactivatesUserId);
}

/** After a site was renamed: rows sort by the names of their sites. */
export function refreshSite(tx: Tx, siteId: string): void {
  tx.run(
    `update directory_entry set site_key = (
       select substr(group_concat(name_key, ?), 1, ?) from (
         select s.name_key from json_each('["' || replace(site_set, ',', '","') || '"]') j
         join site s on s.id = j.value order by s.name_key, s.id))
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

type Stored = Entry & { n: number };

function place(tx: Tx, id: string, next: Entry | null): void {
  const before = tx.statement<Stored>('select * from directory_entry where id = ?').get(id);
  if (before === undefined) {
    if (next !== null) add(tx, next);
  } else if (next === null) {
    remove(tx, before);
  } else {
    change(tx, before, next);
  }
}

function add(tx: Tx, entry: Entry): void {
  const n = insertEntry(tx, entry);
  index(tx, n, entry.search_text);
  count(tx, cellOf(entry), 1);
}

function remove(tx: Tx, before: Stored): void {
  count(tx, cellOf(before), -1);
  unindex(tx, before.n, before.search_text);
  unlinkSites(tx, before.n, before.site_set);
  tx.run('delete from directory_entry where n = ?', before.n);
}

function change(tx: Tx, before: Stored, entry: Entry): void {
  const { n } = before;
  const cellBefore = cellOf(before);
  const cellNow = cellOf(entry);
  if (!sameCell(cellBefore, cellNow)) {
    count(tx, cellBefore, -1);
    count(tx, cellNow, 1);
  }
  if (before.site_set !== entry.site_set) {
    unlinkSites(tx, n, before.site_set);
    linkSites(tx, n, entry.site_set);
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
    unindex(tx, n, before.search_text);
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
