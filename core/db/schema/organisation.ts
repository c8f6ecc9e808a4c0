import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { roleModels } from '../../domain/role';
import { initialPasswordModes, settingDefaults } from '../../domain/settings';
import { idColumn, synced, timestamp, version } from './columns';

/** The tenant. One row. */
export const organisation = sqliteTable(
  'organisation',
  {
    id: idColumn(),
    name: text('name').notNull(),
    roleModel: text('role_model', { enum: roleModels }).notNull(),
    createdAt: timestamp('created_at').notNull(),
    // What the organisation decides for itself: core/domain/settings names ranges and defaults.
    delegation: integer('delegation', { mode: 'boolean' }).notNull().default(settingDefaults.delegation),
    initialPassword: text('initial_password', { enum: initialPasswordModes })
      .notNull()
      .default(settingDefaults.initialPassword),
    temporaryPasswordHours: integer('temporary_password_hours', { mode: 'number' })
      .notNull()
      .default(settingDefaults.temporaryPasswordHours),
    idleLockMinutes: integer('idle_lock_minutes', { mode: 'number' })
      .notNull()
      .default(settingDefaults.idleLockMinutes),
    visitRetentionDays: integer('visit_retention_days', { mode: 'number' })
      .notNull()
      .default(settingDefaults.visitRetentionDays),
    version: version(),
    ...synced(),
  },
  (table) => [check('organisation_role_model', sql`${table.roleModel} in ('three', 'two')`)],
);

/** A physical location. Archived, never deleted: visits and history name it. */
export const site = sqliteTable(
  'site',
  {
    id: idColumn(),
    name: text('name').notNull(),
    /** Folded name: unique among open sites, and the order of lists. */
    nameKey: text('name_key').notNull(),
    archivedAt: timestamp('archived_at'),
    createdAt: timestamp('created_at').notNull(),
    /** Set when another desk made a site of the same name; that one keeps it. */
    conflictOf: text('conflict_of'),
    version: version(),
    ...synced(),
  },
  (table) => [
    uniqueIndex('site_name_open')
      .on(table.nameKey)
      .where(
        sql`${table.archivedAt} is null and ${table.deletedHlc} is null and ${table.conflictOf} is null`,
      ),
    index('site_by_name').on(table.nameKey),
  ],
);
