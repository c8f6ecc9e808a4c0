import { randomBytes } from 'node:crypto';
import type { Clock, Random } from './ports';

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

const poolSize = 4096;

/**
 * The operating system's randomness. Asked for in larger pieces: a write makes a dozen ids, and one request to the
 * system each would cost more than the rows. No byte is handed out twice.
 */
function createSystemRandom(): Random {
  let pool = new Uint8Array(0);
  return {
    bytes(count) {
      if (count > poolSize) return randomBytes(count);
      if (pool.length < count) pool = new Uint8Array(randomBytes(poolSize));
      const taken = pool.slice(0, count);
      pool.fill(0, 0, count);
      pool = pool.subarray(count);
      return taken;
    },
  };
}

export const systemRandom: Random = createSystemRandom();
