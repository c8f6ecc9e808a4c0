import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { timestamp } from './columns';

/** One row: the latest moment this desk has seen, so that a clock set backwards revives nothing. Local to the desk. */
export const clockMark = sqliteTable('clock_mark', {
  id: integer('id', { mode: 'number' }).primaryKey(),
  highWaterAt: timestamp('high_water_at').notNull(),
});
