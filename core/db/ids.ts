import { v7 } from 'uuid';
import type { Clock, Ids, Random } from '../ports';

/**
 * Not above any id that was made at `time` (UTC ms) or later, so that a range on the primary key bounds a look back. Ids
 * run ahead of a clock that was set back, never behind it.
 */
export function idsFrom(time: number): string {
  const hex = Math.max(0, time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

/**
 * UUIDv7 (RFC 9562) from our own clock and randomness, in ascending order even within a millisecond and when the
 * clock is set back: rows made one after the other stay neighbours in their index.
 */
export function createIds({ clock, random }: { clock: Clock; random: Random }): Ids {
  let msecs = 0;
  let sequence = 0;
  return {
    next() {
      const bytes = random.bytes(16);
      const now = clock.now();
      if (now > msecs) {
        msecs = now;
        // 31 random bits: room to count up within the millisecond.
        sequence = Buffer.from(bytes).readUInt32BE(0) >>> 1;
      } else if (sequence === 0xffff_ffff) {
        msecs += 1;
        sequence = 0;
      } else {
        sequence += 1;
      }
      return v7({ random: bytes, msecs, seq: sequence });
    },
  };
}
