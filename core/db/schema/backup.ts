import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { backupKeeps, backupSchedules } from '../../domain/backup';
import { timestamp, version } from './columns';

/** One row: when and where this desk backs itself up; no row: the defaults. Local to the desk, like the folder it names. */
export const backupSettings = sqliteTable(
  'backup_settings',
  {
    id: integer('id', { mode: 'number' }).primaryKey(),
    schedule: text('schedule', { enum: backupSchedules }).notNull(),
    /** By this computer's clock. */
    hour: integer('hour', { mode: 'number' }).notNull(),
    /** 0: Sunday. */
    weekday: integer('weekday', { mode: 'number' }).notNull(),
    keep: text('keep', { enum: backupKeeps }).notNull(),
    /** Absolute path; `null`: in the data folder. */
    folder: text('folder'),
    version: version(),
  },
  (table) => [
    check('backup_settings_schedule', sql`${table.schedule} in ('off', 'daily', 'weekly')`),
    check('backup_settings_keep', sql`${table.keep} in ('month', 'halfYear', 'year')`),
    check('backup_settings_hour', sql`${table.hour} between 0 and 23 and ${table.weekday} between 0 and 6`),
  ],
);

/** One row: what came of this desk's last tries. Local to the desk. */
export const backupOutcome = sqliteTable('backup_outcome', {
  id: integer('id', { mode: 'number' }).primaryKey(),
  /** When the last one was whole and checked. */
  doneAt: timestamp('done_at'),
  /** When the last try failed; `null` since one has worked. */
  failedAt: timestamp('failed_at'),
  /** Why, as the code of a refusal. */
  failure: text('failure'),
  /** In a row. */
  failures: integer('failures', { mode: 'number' }).notNull(),
});
