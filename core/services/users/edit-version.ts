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

/** FNV-1a, cut to the room there is. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % sitesRange;
}
