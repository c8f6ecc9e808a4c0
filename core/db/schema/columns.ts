import { integer, text } from 'drizzle-orm/sqlite-core';

/** UTC milliseconds. */
export const timestamp = (name: string) => integer(name, { mode: 'number' });

/** UUIDv7 made on the desk. */
export const idColumn = () => text('id').primaryKey();

/**
 * What every row carries that desks will exchange, from day one and in local mode too: when it was made and
 * removed (a tombstone: rows are never deleted), and `ver`, the HLC of the last write of each column as JSON
 * with sorted keys. A column that `ver` doesn't name was last written with the row itself, at `created_hlc`: most rows
 * are never changed, and a full `ver` would be larger than they are. Only the journal writes these (see ../journal).
 */
export const synced = () => ({
  createdHlc: text('created_hlc').notNull(),
  deletedHlc: text('deleted_hlc'),
  ver: text('ver').notNull(),
});

/** Counts the writes of a row; an edit names the version it was made from. Local to the desk. */
export const version = () => integer('version', { mode: 'number' }).notNull().default(1);
