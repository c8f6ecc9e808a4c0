import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { roles } from '../../domain/role';
import { idColumn, timestamp } from './columns';
import { user } from './user';

/** A sign-in of one window. The tokens live in main's memory; here are their hashes. Local to the desk. */
export const session = sqliteTable(
  'session',
  {
    id: idColumn(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    deskId: text('desk_id').notNull(),
    startedAt: timestamp('started_at').notNull(),
    lastUsedAt: timestamp('last_used_at').notNull(),
    /** SHA-256 of the refresh token that is good for one more renewal, hex. */
    refreshHash: text('refresh_hash').notNull(),
    /** The one before: seeing it again means somebody copied it, and ends the session. */
    spentRefreshHash: text('spent_refresh_hash'),
    refreshExpiresAt: timestamp('refresh_expires_at').notNull(),
    grantRole: text('grant_role', { enum: roles }).notNull(),
    /** JSON array of site ids. */
    grantSiteIds: text('grant_site_ids').notNull(),
    grantIssuedAt: timestamp('grant_issued_at').notNull(),
    endedAt: timestamp('ended_at'),
    endReason: text('end_reason'),
  },
  (table) => [
    uniqueIndex('session_refresh').on(table.refreshHash),
    index('session_open_by_user').on(table.userId).where(sql`${table.endedAt} is null`),
  ],
);

/** Failures in a row and the back-off they earned; survives a restart. `subject` is a hash, so no address is kept. */
export const signInBackOff = sqliteTable(
  'sign_in_back_off',
  {
    kind: text('kind', { enum: ['account', 'desk', 'code', 'recovery'] }).notNull(),
    subject: text('subject').notNull(),
    failures: integer('failures', { mode: 'number' }).notNull(),
    blockedUntil: timestamp('blocked_until'),
  },
  (table) => [primaryKey({ columns: [table.kind, table.subject] })],
);
