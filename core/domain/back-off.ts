const freeFailures = 4;
const firstWaitMs = 5_000;
export const longestWaitMs = 15 * 60_000;

/** After so many failures in a row nobody is let in for so long, ms: four cost nothing, the fifth 5 s, each further one twice as much, up to 15 min. `null`: no wait. */
export function waitAfter(failures: number): number | null {
  const paid = failures - freeFailures - 1;
  return paid < 0 ? null : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(paid, 20));
}

/** So many failures earn no wait. */
export function isFree(failures: number): boolean {
  return failures <= freeFailures;
}
