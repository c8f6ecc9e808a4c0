import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { roles } from '../../domain/role';
import { idColumn, synced, timestamp, version } from './columns';
import { site } from './organisation';

/** An account. Inactive ones keep their address; role and sites are detached (product.md §1). */
export const user = sqliteTable(
  'user',
  {
    id: idColumn(),
    /** As typed: mail goes here. */
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    displayName: text('display_name').notNull(),
    status: text('status', { enum: ['active', 'inactive'] }).notNull(),
    role: text('role', { enum: roles }),
    createdAt: timestamp('created_at').notNull(),
    deactivatedAt: timestamp('deactivated_at'),
    /** End date: from this moment on the account is deactivated, UTC ms. */
    leavesAt: timestamp('leaves_at'),
    /** Set when another desk made an account with the same address; that one keeps it (sync.md). */
    conflictOf: text('conflict_of'),
    version: version(),
    ...synced(),
  },
  (table) => [
    uniqueIndex('user_email_key')
      .on(table.emailKey)
      .where(sql`${table.deletedHlc} is null and ${table.conflictOf} is null`),
    // Counts administrators and answers "is there another Tenant-Admin" without reading everybody.
    index('user_by_status_role').on(table.status, table.role),
    // Whose end date has come: asked on every tick.
    index('user_by_end_date').on(table.leavesAt).where(sql`${table.leavesAt} is not null`),
    check('user_status', sql`${table.status} in ('active', 'inactive')`),
    // That an active person has a role is a rule of the services: fields merge one by one, and a role given on one desk
    // must stay applicable to a person deactivated on another (sync.md).
    check('user_role', sql`${table.role} in ('tenant_admin', 'site_admin', 'member')`),
  ],
);

/** Site access is a set of rows with tombstones, so that two sites added on two desks both survive. */
export const userSite = sqliteTable(
  'user_site',
  {
    id: idColumn(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    siteId: text('site_id')
      .notNull()
      .references(() => site.id),
    ...synced(),
  },
  (table) => [
    uniqueIndex('user_site_live').on(table.userId, table.siteId).where(sql`${table.deletedHlc} is null`),
    index('user_site_by_site').on(table.siteId, table.userId).where(sql`${table.deletedHlc} is null`),
    // Who was there and has gone since: access at a past moment.
    index('user_site_ended').on(table.siteId, table.deletedHlc).where(sql`${table.deletedHlc} is not null`),
  ],
);

/** The password of an account; `id` is the user's. */
export const credential = sqliteTable('credential', {
  id: text('id')
    .primaryKey()
    .references(() => user.id),
  /** argon2id, parameters inside. */
  hash: text('hash').notNull(),
  /** The one before, so that it isn't chosen again. */
  previousHash: text('previous_hash'),
  mustChange: integer('must_change', { mode: 'boolean' }).notNull(),
  /** Set while the password is a temporary one: usable until then, UTC ms. */
  temporaryExpiresAt: timestamp('temporary_expires_at'),
  changedAt: timestamp('changed_at').notNull(),
  version: version(),
  ...synced(),
});

/** Latest use of an account at this desk. Not exchanged. */
export const userActivity = sqliteTable('user_activity', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id),
  lastActivityAt: timestamp('last_activity_at').notNull(),
  lastSignInAt: timestamp('last_sign_in_at'),
});

/** What a person chose: language, theme, view. One row per key. */
export const preference = sqliteTable('preference', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id),
  /** JSON of `Preferences` in the contract. */
  choices: text('choices').notNull(),
});
