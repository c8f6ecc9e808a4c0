import type { ReadDb, Tx } from '../../db/types';
import type { SiteRef } from '../sites/site-rows';

const sites = `select s.id, s.name from user_site l join site s on s.id = l.site_id
  where l.user_id = ? and l.deleted_hlc is null order by s.name_key, s.id`;
const links = 'select id, site_id as siteId from user_site where user_id = ? and deleted_hlc is null';

/** The sites a person is assigned to, in the order of lists. Nobody is assigned to an archived one. */
export function sitesOfUser(db: ReadDb, userId: string): SiteRef[] {
  return db.statement<SiteRef>(sites).all(userId);
}

/** Makes the assigned sites these: adds rows and leaves tombstones, so that changes made on two desks both survive. */
export function setUserSites(tx: Tx, userId: string, siteIds: readonly string[]): void {
  const rows = tx.statement<{ id: string; siteId: string }>(links).all(userId);
  for (const row of rows) {
    if (!siteIds.includes(row.siteId)) tx.remove('user_site', row.id);
  }
  const held = new Set(rows.map((row) => row.siteId));
  for (const siteId of siteIds) {
    if (!held.has(siteId)) tx.insert('user_site', { id: tx.newId(), userId, siteId });
  }
}
