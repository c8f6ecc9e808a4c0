import type { Clock } from '../../core/ports';

export interface FakeClock extends Clock {
  /** Moves the clock; negative values set it back. */
  advance(ms: number): void;
  set(ms: number): void;
}

/** Sunday 22 November 2026, 09:00 UTC, unless told otherwise. Stands still until moved. */
export function fakeClock(start = Date.UTC(2026, 10, 22, 9)): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    set(ms) {
      now = ms;
    },
  };
}
