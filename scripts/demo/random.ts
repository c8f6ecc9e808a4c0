import type { Random } from '../../core/ports';

const poolBytes = 64 * 1024;

/** The same randomness, fetched in large pieces: a demo asks for a few bytes a hundred thousand times. */
export function pooled(random: Random): Random {
  let pool: Uint8Array = new Uint8Array();
  return {
    bytes(count) {
      if (pool.length < count) pool = random.bytes(Math.max(poolBytes, count));
      const taken = pool.slice(0, count);
      pool = pool.subarray(count);
      return taken;
    },
  };
}
