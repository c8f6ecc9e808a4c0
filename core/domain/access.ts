/** What gave somebody access, or ended it. */
export const accessActs = [
  'setUp',
  'created',
  'invited',
  'changed',
  'moved',
  'reactivated',
  'deactivated',
  'endDate',
  'deleted',
  'siteArchived',
  'undone',
  /** The log tells no more than that it changed. */
  'unknown',
] as const;
export type AccessActKind = (typeof accessActs)[number];

/** A local day has 25 hours at most: more isn't asked for at once. UTC ms. */
export const longestAccessWindow = 26 * 3_600_000;
