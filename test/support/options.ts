import { join } from 'node:path';
import { createIds } from '../../core/db/ids';
import type { OpenOptions } from '../../core/db/open';
import { systemRandom } from '../../core/system';
import { readCommonPasswords } from '../../electron/platform/common-passwords';
import { type FakeClock, fakeClock } from './clock';

export const migrationsFolder = join(import.meta.dirname, '../../resources/migrations');

/** The shipped list, read once for all tests of a file. */
export const commonPasswords = readCommonPasswords(join(import.meta.dirname, '../../resources'));

export const testKey: Uint8Array = Buffer.alloc(32, 7);

/** How tests open a database; free of vitest, so that a child process can use it too. */
export function openOptions(path: string, clock: FakeClock = fakeClock()): OpenOptions {
  const random = systemRandom;
  return { path, key: testKey, clock, ids: createIds({ clock, random }), random, migrationsFolder };
}
