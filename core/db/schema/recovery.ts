import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { idColumn, timestamp } from './columns';

/**
 * The break-glass code of the recovery kit. At most one is good: neither used nor replaced. Local to the desk, like the
 * key that stands on the same sheet.
 */
export const recoveryCode = sqliteTable('recovery_code', {
  id: idColumn(),
  /** SHA-256 of the code, hex. */
  codeHash: text('code_hash').notNull(),
  /** Which key of the database stands on the same sheet, as its mark (`db/key-mark`); `null`: none does. */
  keyMark: text('key_mark'),
  createdAt: timestamp('created_at').notNull(),
  /** When somebody said that the kit is on paper. */
  confirmedAt: timestamp('confirmed_at'),
  usedAt: timestamp('used_at'),
  /** A newer code took its place. */
  replacedAt: timestamp('replaced_at'),
});
