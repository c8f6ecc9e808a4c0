import type { Clock } from '../../core/ports';

export interface DemoClock extends Clock {
  /** Never back: history is written in its order. @param time UTC ms. */
  moveTo(time: number): void;
}

export function createDemoClock(): DemoClock {
  let time = 0;
  return {
    now: () => time,
    moveTo(next) {
      time = Math.max(time, next);
    },
  };
}
