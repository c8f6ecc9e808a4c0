import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { roles } from '../../domain/role';
import { idColumn, synced, timestamp, version } from './columns';
import { site } from './organisation';
import { user } from './user';

/**
 * An invitation. Its state is derived (core/domain/invitation). Removing blanks address and secrets and leaves a
 * tombstone. Link and code are two secrets, kept as hashes.
 */
export const invitation = sqliteTable(
  'invitation',
  {
    id: idColumn(),
    email: text('email'),
    emailKey: text('email_key'),
    role: text('role', { enum: roles }).notNull(),
    inviterId: text('inviter_id')
      .notNull()
      .references(() => user.id),
    /** Set when accepting brings this inactive account back. */
    reactivatesUserId: text('reactivates_user_id').references(() => user.id),
    createdAt: timestamp('created_at').notNull(),
    sentAt: timestamp('sent_at').notNull(),
    expiresAt: timestamp('expires_at').notNull(),
    acceptedAt: timestamp('accepted_at'),
    acceptedUserId: text('accepted_user_id').references(() => user.id),
    removedAt: timestamp('removed_at'),
    /** SHA-256 of the link's token, hex. */
    tokenHash: text('token_hash'),
    /** SHA-256 of the short code, hex. */
    codeHash: text('code_hash'),
    conflictOf: text('conflict_of'),
    version: version(),
    ...synced(),
  },
  (table) => [
    // One live invitation per address (product.md §5): neither accepted nor removed. An expired one is replaced.
    uniqueIndex('invitation_live_email')
      .on(table.emailKey)
      .where(
        sql`${table.acceptedAt} is null and ${table.removedAt} is null and ${table.deletedHlc} is null and ${table.conflictOf} is null`,
      ),
    uniqueIndex('invitation_token').on(table.tokenHash),
    uniqueIndex('invitation_code').on(table.codeHash),
    // The invitation that would bring an inactive person back.
    index('invitation_by_reactivated')
      .on(table.reactivatesUserId)
      .where(sql`${table.reactivatesUserId} is not null`),
    // The invitation somebody came by, for their history.
    index('invitation_by_accepted_user')
      .on(table.acceptedUserId)
      .where(sql`${table.acceptedUserId} is not null`),
    index('invitation_by_inviter').on(table.inviterId),
    check('invitation_role', sql`${table.role} in ('tenant_admin', 'site_admin', 'member')`),
    check(
      'invitation_removed_is_blank',
      sql`${table.removedAt} is null or coalesce(${table.email}, ${table.emailKey}, ${table.tokenHash}, ${table.codeHash}) is null`,
    ),
  ],
);

export const invitationSite = sqliteTable(
  'invitation_site',
  {
    id: idColumn(),
    invitationId: text('invitation_id')
      .notNull()
      .references(() => invitation.id),
    siteId: text('site_id')
      .notNull()
      .references(() => site.id),
    ...synced(),
  },
  (table) => [
    uniqueIndex('invitation_site_live')
      .on(table.invitationId, table.siteId)
      .where(sql`${table.deletedHlc} is null`),
    index('invitation_site_by_site').on(table.siteId).where(sql`${table.deletedHlc} is null`),
  ],
);
