import { and, asc, eq, isNull, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { user, userSite } from '../../db/schema';
import type { ReadDb } from '../../db/types';
import { openSites } from './site-rows';

export interface Assigned {
  userId: string;
  displayName: string;
}

const other = alias(userSite, 'other');

/** Active people with access to the site; `onlySite` narrows to those who have no other. By name. */
export function peopleOf(db: ReadDb, siteId: string, { onlySite }: { onlySite: boolean }): Assigned[] {
  const anotherSite = db.orm
    .select({ one: sql`1` })
    .from(other)
    .where(and(eq(other.userId, userSite.userId), ne(other.siteId, siteId), isNull(other.deletedHlc)));
  return db.orm
    .select({ userId: user.id, displayName: user.displayName })
    .from(userSite)
    .innerJoin(user, eq(user.id, userSite.userId))
    .where(
      and(
        eq(userSite.siteId, siteId),
        isNull(userSite.deletedHlc),
        onlySite ? notExists(anotherSite) : undefined,
      ),
    )
    .orderBy(asc(user.displayName), asc(user.id))
    .all();
}

export function isLastOpen(db: ReadDb, siteId: string): boolean {
  return openSites(db).every((site) => site.id === siteId);
}
