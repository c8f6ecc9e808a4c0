import { backupOutcome, backupSettings } from '../../db/schema';
import type { ReadDb, Tx } from '../../db/types';
import { type BackupSettings, backupDefaults } from '../../domain/backup';
import type { WireError } from '../../errors/catalogue';

const rowId = 1;

export interface KeptSettings extends BackupSettings {
  /** 0 while nobody has changed the defaults. */
  version: number;
}

export function readBackupSettings(db: ReadDb): KeptSettings {
  const row = db.orm.select().from(backupSettings).get();
  if (row === undefined) return { ...backupDefaults, version: 0 };
  const { schedule, hour, weekday, keep, folder, version } = row;
  return { schedule, hour, weekday, keep, folder, version };
}

export function saveBackupSettings(tx: Tx, settings: KeptSettings): void {
  tx.local
    .insert(backupSettings)
    .values({ id: rowId, ...settings })
    .onConflictDoUpdate({ target: backupSettings.id, set: settings })
    .run();
}

/** What came of the last tries. */
export interface Outcome {
  doneAt: number | null;
  failedAt: number | null;
  /** A refusal as JSON. */
  failure: string | null;
  /** In a row. */
  failures: number;
}

export const noOutcome: Outcome = { doneAt: null, failedAt: null, failure: null, failures: 0 };

export function readOutcome(db: ReadDb): Outcome {
  const row = db.orm.select().from(backupOutcome).get();
  if (row === undefined) return noOutcome;
  const { doneAt, failedAt, failure, failures } = row;
  return { doneAt, failedAt, failure, failures };
}

/** Why the last try failed; `null`: it didn't. */
export function refusalOf({ failure }: Outcome): WireError | null {
  return failure === null ? null : (JSON.parse(failure) as WireError);
}

export function saveOutcome(tx: Tx, outcome: Outcome): void {
  tx.local
    .insert(backupOutcome)
    .values({ id: rowId, ...outcome })
    .onConflictDoUpdate({ target: backupOutcome.id, set: outcome })
    .run();
}
