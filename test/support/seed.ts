/**
 * Chance that can be had again: a number in, always the same numbers out. `ATRIUM_SEED=<number>` repeats the run that
 * printed it.
 */
export function runSeed(): number {
  const given = Number(process.env['ATRIUM_SEED']);
  return Number.isSafeInteger(given) && given > 0 ? given : 1 + Math.floor(Math.random() * 2 ** 31);
}

export interface Chance {
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** True so many times of a hundred. */
  percent(likely: number): boolean;
  one<T>(of: readonly T[]): T;
}

/** mulberry32: small, fast, and good enough to choose moments and acts. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    percent: (likely) => next() * 100 < likely,
    one<T>(of: readonly T[]): T {
      if (of.length === 0) throw new Error('Nothing to choose from');
      return of[between(0, of.length - 1)] as T;
    },
  };
}

/** A line of figures of a campaign, on the terminal whatever the test runner does with consoles. */
export function tell(line: string): void {
  process.stdout.write(`▪ ${line}\n`);
}
