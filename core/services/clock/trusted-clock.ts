import type { Clock } from '../../ports';

/** Differences that clocks have anyway: they are set right again and again. */
const toleranceMs = 2000;

/** A jump forward by more than this asks before it counts for later (product.md §9). */
export const absurdJumpMs = 60 * 86_400_000;

export type ClockTrust =
  | { kind: 'sound' }
  /** The machine's clock was set back: time goes on from the latest moment known. `byMs`: how far it is behind. */
  | { kind: 'behind'; byMs: number }
  /** The machine's clock is far ahead of anything known; it counts now, and is not remembered until confirmed. */
  | { kind: 'ahead'; byMs: number };

/** A clock that a clock set backwards can't fool: what has expired stays expired. */
export interface TrustedClock extends Clock {
  trust(): ClockTrust;
  /** The latest moment that is remembered, UTC ms: to be kept across restarts. */
  highWater(): number;
  /** What an earlier run remembered. */
  remember(mark: number): void;
  /** Somebody says that the clock is right as it is, however far ahead. */
  confirm(): void;
}

interface Parts {
  /** The machine's clock. */
  wall: Clock;
  /** Milliseconds that only ever go forward, from any beginning. */
  elapsed: () => number;
}

/**
 * now = the machine's clock, but never before the high-water mark: when the clock is behind it, time goes on from the mark
 * at the pace of `elapsed`. The mark follows the clock forward, except over a jump of more than 60 days, which may be a
 * mistake that would expire everything for good.
 */
export function createTrustedClock({ wall, elapsed: counter }: Parts): TrustedClock {
  // Whole milliseconds: moments are stored and sent as whole numbers.
  const elapsed = () => Math.floor(counter());
  let mark = { at: wall.now(), elapsed: elapsed() };

  /** Moves the mark on and says what the clock is. */
  function look(): { now: number; trust: ClockTrust } {
    const passed = elapsed();
    const flowing = mark.at + (passed - mark.elapsed);
    const clock = wall.now();
    if (clock < flowing - toleranceMs) {
      mark = { at: Math.max(mark.at, flowing), elapsed: passed };
      return { now: mark.at, trust: { kind: 'behind', byMs: mark.at - clock } };
    }
    if (clock > flowing + absurdJumpMs) {
      return { now: clock, trust: { kind: 'ahead', byMs: clock - flowing } };
    }
    mark = { at: Math.max(mark.at, clock), elapsed: passed };
    return { now: mark.at, trust: { kind: 'sound' } };
  }

  return {
    now: () => look().now,
    trust: () => look().trust,
    highWater() {
      look();
      return mark.at;
    },
    remember(at) {
      mark = { at, elapsed: elapsed() };
    },
    confirm() {
      mark = { at: Math.max(mark.at, wall.now()), elapsed: elapsed() };
    },
  };
}
