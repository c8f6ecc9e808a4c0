import type { Clock } from '../ports';

/**
 * Hybrid logical clock. Text of fixed width, so that text order is clock order:
 * 12 hex digits of UTC ms, 4 hex digits of a counter, `-`, desk id.
 */
export interface Hlc {
  /**
   * A reading later than every one before, whatever the machine's clock does.
   * @param now UTC ms; left out: the clock. All of a transaction happens at the moment of its begin.
   */
  tick(now?: number): string;
  /** Takes note of a reading made elsewhere: on another connection, or by another desk. */
  observe(reading: string): void;
  /** The latest reading made or seen. */
  readonly last: string;
}

const maxCounter = 0xffff;

export function createHlc({ clock, deskId, last }: { clock: Clock; deskId: string; last: string }): Hlc {
  let current = last;
  let { msecs, counter } = parseHlc(last);

  return {
    get last() {
      return current;
    },
    observe(reading) {
      if (timeOf(reading) <= timeOf(current)) return;
      current = reading;
      ({ msecs, counter } = parseHlc(reading));
    },
    tick(now = clock.now()) {
      if (now > msecs) {
        msecs = now;
        counter = 0;
      } else if (counter === maxCounter) {
        msecs += 1;
        counter = 0;
      } else {
        counter += 1;
      }
      current = formatHlc(msecs, counter, deskId);
      return current;
    },
  };
}

export function formatHlc(msecs: number, counter: number, deskId: string): string {
  return `${msecs.toString(16).padStart(12, '0')}${counter.toString(16).padStart(4, '0')}-${deskId}`;
}

function timeOf(reading: string): string {
  return reading.slice(0, 16);
}

function parseHlc(reading: string): { msecs: number; counter: number } {
  return {
    msecs: Number.parseInt(reading.slice(0, 12), 16),
    counter: Number.parseInt(reading.slice(12, 16), 16),
  };
}
