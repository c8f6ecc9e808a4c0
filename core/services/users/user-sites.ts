import { and, asc, eq, isNull } from 'drizzle-orm';
import { site, userSite } from '../../db/schema';
import type { ReadDb, Tx } from '../../db/types';
import type { SiteRef } from '../sites/site-rows';

/** The sites a person is assigned to, in the order of lists. Nobody is assigned to an archived one. */
export function sitesOfUser(db: ReadDb, userId: string): SiteRef[] {
  return db.orm
    .select({ id: site.id, name: site.name })
    .from(userSite)
    .innerJoin(site, eq(site.id, userSite.siteId))
    .where(and(eq(userSite.userId, userId), isNull(userSite.deletedHlc)))
    .orderBy(asc(site.nameKey), asc(site.id))
    .all();
}

/** Makes the assigned sites these: adds rows and leaves tombstones, so that changes made on two desks both survive. */
export function setUserSites(tx: Tx, userId: string, siteIds: readonly string[]): void {
  const rows = tx.orm
    .select({ id: userSite.id, siteId: userSite.siteId })
    .from(userSite)
    .where(and(eq(userSite.userId, userId), isNull(userSite.deletedHlc)))
    .all();
  for (const row of rows) {
    if (!siteIds.includes(row.siteId)) tx.remove('user_site', row.id);
  }
  const held = new Set(rows.map((row) => row.siteId));
  for (const siteId of siteIds) {
    if (!held.has(siteId)) tx.insert('user_site', { id: tx.newId(), userId, siteId });
  }
}
