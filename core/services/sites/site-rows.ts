import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { SiteScope } from '../../access/scope';
import { reaches } from '../../access/scope';
import { site } from '../../db/schema';
import type { ReadDb, SyncedRow, Tx } from '../../db/types';
import { fold } from '../../domain/text';
import { AppError } from '../../errors/app-error';

export interface SiteRef {
  id: string;
  name: string;
}

type SiteFacts = Pick<SyncedRow<'site'>, 'id' | 'name' | 'archivedAt' | 'version' | 'createdAt'>;

export const siteColumns = {
  id: site.id,
  name: site.name,
  archivedAt: site.archivedAt,
  version: site.version,
  createdAt: site.createdAt,
};

/** Open ones in the order of lists. */
export function openSites(db: ReadDb): SiteRef[] {
  const open =
    'select id, name from site where archived_at is null and deleted_hlc is null order by name_key, id';
  return db.statement<SiteRef>(open).all();
}

const byId = `select id, name, archived_at as archivedAt, version, created_at as createdAt
  from site where id = ? and deleted_hlc is null`;

export function readSite(db: ReadDb, id: string): SiteFacts | undefined {
  return db.statement<SiteFacts>(byId).get(id);
}

/** Errors: `site.not_found` (also outside the scope), `site.archived`. */
export function requireOpenSite(db: ReadDb, scope: SiteScope, id: string): SiteFacts {
  const found = readSite(db, id);
  if (found === undefined || !reaches(scope, id)) throw new AppError('site.not_found');
  if (found.archivedAt !== null) throw new AppError('site.archived', { name: found.name });
  return found;
}

/** Names differ by more than case and accents among open sites. Error: `site.name_taken`. */
export function requireFreeName(db: ReadDb, name: string, exceptId?: string): void {
  const taken = db.orm
    .select({ id: site.id, name: site.name })
    .from(site)
    .where(
      and(
        eq(site.nameKey, fold(name)),
        isNull(site.archivedAt),
        isNull(site.deletedHlc),
        isNull(site.conflictOf),
      ),
    )
    .get();
  if (taken !== undefined && taken.id !== exceptId)
    throw new AppError('site.name_taken', { name: taken.name });
}

/** Writes the site and its audit entry. Error: `site.name_taken`. */
export function insertSite(tx: Tx, row: SiteRef): void {
  requireFreeName(tx, row.name);
  tx.insert('site', { ...row, nameKey: fold(row.name), createdAt: tx.now });
  tx.audit({
    action: 'site.create',
    subject: { type: 'site', id: row.id },
    siteId: row.id,
    data: { name: row.name },
  });
}

/** Names of these sites, archived ones too, in the order of lists. */
export function sitesByIds(db: ReadDb, ids: readonly string[]): SiteRef[] {
  if (ids.length === 0) return [];
  return db.orm
    .select({ id: site.id, name: site.name })
    .from(site)
    .where(and(inArray(site.id, [...ids]), isNull(site.deletedHlc)))
    .orderBy(asc(site.nameKey), asc(site.id))
    .all();
}
