import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareRestore, type RestoreInput } from '../../../core/backups/restore/prepare-restore';
import { decide, finishRestore, type Places, type Staging } from '../../../core/backups/restore/staging';
import { openDatabase } from '../../../core/db/open';
import type { Database } from '../../../core/db/types';
import { migrationsFolder, openOptions, testKey } from '../../support/options';

/** A backup as backups are made: one encrypted file under the same key. Answers its path. */
export function backUp(db: Database, to: string): string {
  db.client.prepare('vacuum into ?').run(to);
  return to;
}

export function placesIn(folder: string): Places {
  return {
    database: join(folder, 'atrium.db'),
    anchorFile: join(folder, 'atrium.anchor'),
    backupsFolder: join(folder, 'backups'),
  };
}

/** Two days after the clock of tests begins. */
export const restoredAt = Date.UTC(2026, 10, 24, 9);

export function inputFor(database: string, backup: string, given: Partial<RestoreInput> = {}): RestoreInput {
  return {
    database,
    backup: { path: backup, key: testKey },
    newKey: null,
    current: { path: database, key: testKey },
    erasures: [],
    actor: null,
    latestKnown: 0,
    now: restoredAt,
    migrationsFolder,
    ...given,
  };
}

/** What goes with the database: here it only says which of the two states it belongs to. */
export function stageBeside({ anchorFile }: Staging): void {
  writeFileSync(anchorFile, 'new');
}

/** The whole act on the files of a closed desk: prepared, decided, put in place. */
export function restore(folder: string, backup: string, given: Partial<RestoreInput> = {}) {
  const places = placesIn(folder);
  const { staging, prepared } = prepareRestore(inputFor(places.database, backup, given));
  decide(staging, { backupAt: prepared.backupAt, keptAs: null, setAside: null });
  finishRestore(places);
  return prepared;
}

/** As a start opens it. */
export function opened(folder: string, now = restoredAt): Database {
  return openDatabase({ ...openOptions(join(folder, 'atrium.db')), clock: { now: () => now } });
}
