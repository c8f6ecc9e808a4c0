import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { idColumn, synced, timestamp } from './columns';

/** Imported licences. The latest one counts; the earlier ones are history. What a licence says is read from its token only. */
export const licence = sqliteTable('licence', {
  id: idColumn(),
  /** The signed file as imported: a compact JWS. */
  token: text('token').notNull(),
  importedAt: timestamp('imported_at').notNull(),
  ...synced(),
});
