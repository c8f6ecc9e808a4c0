import { randomBytes } from 'node:crypto';
import type { Clock, Random } from './ports';

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** The operating system's randomness. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) };
