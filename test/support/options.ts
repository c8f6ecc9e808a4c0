import { join } from 'node:path';
import { createIds } from '../../core/db/ids';
import type { OpenOptions } from '../../core/db/open';
import { systemRandom } from '../../core/system';
import { type FakeClock, fakeClock } from './clock';

export const migrationsFolder = join(import.meta.dirname, '../../resources/migrations');

export const testKey: Uint8Array = Buffer.alloc(32, 7);

/** How tests open a database; free of vitest, so that a child process can use it too. */
export function openOptions(path: string, clock: FakeClock = fakeClock()): OpenOptions {
  const random = systemRandom;
  return { path, key: testKey, clock, ids: createIds({ clock, random }), random, migrationsFolder };
}
