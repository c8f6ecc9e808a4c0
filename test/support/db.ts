import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type OpenOptions, openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { type FakeClock, fakeClock } from './clock';
import { openOptions } from './options';

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
  const opened = openTestDb(overrides);
  onTestFinished(opened.close);
  return opened;
}

/** The same for the runs of a property test, which close it themselves. */
export function openTestDb(overrides: Partial<OpenOptions> & { clock?: FakeClock } = {}) {
  const clock = overrides.clock ?? fakeClock();
  const folder = mkdtempSync(join(tmpdir(), 'atrium-test-'));
  const options = { ...openOptions(join(folder, 'atrium.db'), clock), ...overrides };
  const opened: TestDb = {
    db: openDatabase(options),
    clock,
    folder,
    reopen() {
      opened.db.close();
      opened.db = openDatabase(options);
      return opened.db;
    },
  };
  const close = () => {
    opened.db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return Object.assign(opened, { close });
}

/** A temporary folder, removed when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
