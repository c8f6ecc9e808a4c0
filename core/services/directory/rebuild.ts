import type { Tx } from '../../db/types';
import { everySite } from './counts';
import {
  type InvitationSource,
  invitationColumns,
  invitationEntry,
  type SiteOfEntry,
  type UserSource,
  userColumns,
  userEntry,
} from './entry';
import { insertEntry } from './insert';
import { statusRanks } from './ranks';
import { emptyIndex, fillIndex } from './search-index';

const batch = 2000;

/**
 * Makes the whole directory anew: after a large import or a restore. The search index is built at the end.
 */
export function rebuild(tx: Tx): void {
  emptyIndex(tx);
  for (const table of ['directory_site', 'directory_entry', 'directory_accepted', 'directory_count']) {
    tx.run(`delete from ${table}`);
  }
  addUsers(tx);
  addInvitations(tx);
  addAccepted(tx);
  addCounts(tx);
  fillIndex(tx);
}

function addUsers(tx: Tx): void {
  const page = tx.statement<UserSource>(
    `select ${userColumns} where u.deleted_hlc is null and u.id > ? order by u.id limit ${batch}`,
  );
  const sites = linkedSites(tx, 'user_site', 'user_id');
  for (let users = page.all(''); users.length > 0; users = page.all(users.at(-1)?.id ?? '')) {
    const sitesOf = sites(users);
    for (const user of users) insertEntry(tx, userEntry(user, sitesOf.get(user.id) ?? []));
  }
}

function addInvitations(tx: Tx): void {
  const page = tx.statement<InvitationSource>(
    `select ${invitationColumns}
     where accepted_at is null and removed_at is null and id > ? order by id limit ${batch}`,
  );
  const sites = linkedSites(tx, 'invitation_site', 'invitation_id');
  for (
    let invitations = page.all('');
    invitations.length > 0;
    invitations = page.all(invitations.at(-1)?.id ?? '')
  ) {
    const sitesOf = sites(invitations);
    for (const invitation of invitations) {
      const entry = invitationEntry(invitation, sitesOf.get(invitation.id) ?? []);
      if (entry !== null) insertEntry(tx, entry);
    }
  }
}

/** The live sites of one batch of owners, in the order of their names. Owners come sorted by id. */
function linkedSites(tx: Tx, table: 'user_site' | 'invitation_site', owner: 'user_id' | 'invitation_id') {
  const links = tx.statement<SiteOfEntry & { owner: string }>(
    `select l.${owner} as owner, s.id, s.name_key as nameKey from ${table} l join site s on s.id = l.site_id
     where l.${owner} between ? and ? and l.deleted_hlc is null order by s.name_key, s.id`,
  );
  return (owners: readonly { id: string }[]): Map<string, SiteOfEntry[]> => {
    const byOwner = new Map<string, SiteOfEntry[]>();
    for (const { owner: id, ...site } of links.all(owners[0]?.id ?? '', owners.at(-1)?.id ?? '')) {
      const known = byOwner.get(id);
      if (known === undefined) byOwner.set(id, [site]);
      else known.push(site);
    }
    return byOwner;
  };
}

function addAccepted(tx: Tx): void {
  tx.run(
    `insert into directory_accepted (invitation_id, site_set)
     select i.id, coalesce((
       select group_concat(site_id, ',') from (
         select site_id from invitation_site where invitation_id = i.id and deleted_hlc is null order by site_id)), '')
     from invitation i where i.accepted_at is not null and i.removed_at is null and i.deleted_hlc is null`,
  );
}

function addCounts(tx: Tx): void {
  tx.run(
    `insert into directory_count (site_set, status_rank, role_rank, entries)
     select site_set, status_rank, role_rank, count(*) from (
       select site_set, status_rank, role_rank from directory_entry
       union all
       select site_set, ?, 0 from directory_accepted)
     group by 1, 2, 3`,
    statusRanks.accepted,
  );
  tx.run(
    `insert into directory_count (site_set, status_rank, role_rank, entries)
     select ?, status_rank, role_rank, sum(entries) from directory_count group by 2, 3`,
    everySite,
  );
}
