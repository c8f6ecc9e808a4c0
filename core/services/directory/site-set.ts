/** A set of sites as one text, the same for the same sites: sorted ids with commas between; empty for none. */
export function siteSetOf(siteIds: readonly string[]): string {
  return [...siteIds].sort().join(',');
}

export function sitesIn(siteSet: string): string[] {
  return siteSet === '' ? [] : siteSet.split(',');
}
