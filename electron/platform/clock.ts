import type { Clock } from '../../core/ports';

/** The wall clock by which everything due is decided. `offset` is zero outside tests. */
export function offsetClock(clock: Clock, offset: () => number): Clock {
  return { now: () => clock.now() + offset() };
}
