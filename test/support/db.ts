import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createIds } from '../../core/db/ids';
import { openDatabase, type OpenOptions } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { systemRandom } from '../../core/system';
import { fakeClock, type FakeClock } from './clock';

export const migrationsFolder = join(import.meta.dirname, '../../resources/migrations');

export const testKey: Uint8Array = Buffer.alloc(32, 7);

export interface TestDb {
  db: Database;
  clock: FakeClock;
  /** Folder of its own; `atrium.db` lies in it. */
  folder: string;
  /** Closes the file and opens it anew, as a restart does. */
  reopen(): Database;
}

/** A real, encrypted database in a folder of its own, gone when the test is over. */
export function createTestDb(overrides: Partial<OpenOptions> & { clock?: FakeClock } = {}): TestDb {
  const clock = overrides.clock ?? fakeClock();
  const folder = tempFolder();
  const options = { ...openOptions(join(folder, 'atrium.db'), clock), ...overrides };
  let db = openDatabase(options);
  onTestFinished(() => db.close());
  return {
    get db() {
      return db;
    },
    clock,
    folder,
    reopen() {
      db.close();
      db = openDatabase(options);
      return db;
    },
  };
}

export function openOptions(path: string, clock: FakeClock = fakeClock()): OpenOptions {
  const random = systemRandom;
  return { path, key: testKey, clock, ids: createIds({ clock, random }), random, migrationsFolder };
}

/** A temporary folder, removed when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
