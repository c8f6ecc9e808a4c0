/** UTC ms at which a reading of the shared clock was made (core/db/hlc). */
export function momentOf(reading: string): number {
  return Number.parseInt(reading.slice(0, 12), 16);
}

/** Not above any reading made at `moment` (UTC ms) or later. */
export function readingsFrom(moment: number): string {
  return Math.max(0, moment).toString(16).padStart(12, '0');
}

/** The desk that made it. */
export function deskOf(reading: string): string {
  return reading.slice(17);
}
