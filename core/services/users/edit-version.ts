import type { ReadDb } from '../../db/types';
import type { UserFacts } from './user-rows';
import { sitesOfUser } from './user-sites';

/** Room for the part that stands for the sites. */
const sitesRange = 2 ** 24;

/**
 * The version an edit is made from. Sites are rows of their own and leave the person's row as it is, so the version
 * counts the writes of the row and carries a fingerprint of the set of sites beside it: two people who change the
 * sites of somebody at the same time must notice each other.
 */
export function editVersion(rowVersion: number, siteIds: readonly string[]): number {
  return rowVersion * sitesRange + fingerprint([...siteIds].sort().join());
}

/** The version an edit of this person would be made from now. */
export function versionOf(db: ReadDb, { id, version }: Pick<UserFacts, 'id' | 'version'>): number {
  return editVersion(
    version,
    sitesOfUser(db, id).map((site) => site.id),
  );
}

/** Somebody else has changed the person since that version. */
export function isStale(db: ReadDb, row: Pick<UserFacts, 'id' | 'version'>, madeFrom: number): boolean {
  return versionOf(db, row) !== madeFrom;
}

/** FNV-1a, cut to the room there is. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % sitesRange;
}
