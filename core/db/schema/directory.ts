import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '../../domain/role';
import { timestamp } from './columns';

/**
 * The Users page as a table: one row per person and per open invitation that is not a reactivation, with the keys
 * it is sorted by. Derived from user, invitation and their sites, in the transaction that changes those; never
 * exchanged. `n` is also the rowid of the search index `directory_search` (FTS5, trigram), which a migration creates.
 */
export const directoryEntry = sqliteTable(
  'directory_entry',
  {
    n: integer('n', { mode: 'number' }).primaryKey(),
    /** User or invitation id. */
    id: text('id').notNull().unique(),
    kind: text('kind', { enum: ['user', 'invitation'] }).notNull(),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    displayName: text('display_name'),
    /** Folded name and addresses, each word behind two blanks; see core/services/directory/needle. */
    searchText: text('search_text').notNull(),
    /** 0 active, 1 inactive, 2 inactive with an invitation back, 3 invitation; by `expires_at`: expired before pending. */
    statusRank: integer('status_rank', { mode: 'number' }).notNull(),
    /** When the invitation, or the invitation back, expires, UTC ms; 0 where there is none. */
    expiresAt: timestamp('expires_at').notNull(),
    role: text('role', { enum: roles }),
    /** 3 Tenant-Admin, 2 Site-Admin, 1 Member, 0 none. */
    roleRank: integer('role_rank', { mode: 'number' }).notNull(),
    /** Folded site names in order; empty for organisation-wide, "~" for none. */
    siteKey: text('site_key').notNull(),
    /** Sorted ids of its sites with commas between, as in `directory_count`: what a row shows of them is told from it. */
    siteSet: text('site_set').notNull().default(''),
    createdAt: timestamp('created_at').notNull(),
    lastActivityAt: timestamp('last_activity_at'),
    /** Latest activity, else creation: what "Last Activity" sorts by. */
    activityAt: timestamp('activity_at').notNull(),
    passwordDue: integer('password_due', { mode: 'boolean' }).notNull(),
    /** The invitation back. */
    reactivationId: text('reactivation_id'),
  },
  (table) => [
    // One index per sort order; in each the e-mail key and the id make keyset pages exact, and status, role and expiry
    // let their filters be decided without reading the row. Those by status and role also answer their filter by e-mail.
    index('directory_by_email').on(
      table.emailKey,
      table.id,
      table.statusRank,
      table.roleRank,
      table.expiresAt,
    ),
    index('directory_by_status').on(
      table.statusRank,
      table.expiresAt,
      table.emailKey,
      table.id,
      table.roleRank,
    ),
    index('directory_by_role').on(
      table.roleRank,
      table.emailKey,
      table.id,
      table.statusRank,
      table.expiresAt,
    ),
    index('directory_by_site').on(
      table.siteKey,
      table.emailKey,
      table.id,
      table.statusRank,
      table.roleRank,
      table.expiresAt,
    ),
    index('directory_by_activity').on(
      table.activityAt,
      table.emailKey,
      table.id,
      table.statusRank,
      table.roleRank,
      table.expiresAt,
    ),
  ],
);

/** Entries that wait to be taken into the search index; searches look through both (core/services/directory/search-index). */
export const directoryRecent = sqliteTable('directory_recent', {
  n: integer('n', { mode: 'number' }).primaryKey(),
  searchText: text('search_text').notNull(),
});

/** Which entries a site has, the other way round than `site_set`: the site filter and what a Site-Admin may see. */
export const directorySite = sqliteTable(
  'directory_site',
  {
    siteId: text('site_id').notNull(),
    n: integer('n', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.n] })],
);

/** Accepted invitations for the card "Invitation Status": they have no entry any more. */
export const directoryAccepted = sqliteTable('directory_accepted', {
  invitationId: text('invitation_id').primaryKey(),
  /** As in `directory_count`. */
  siteSet: text('site_set').notNull(),
});

/**
 * Totals of lists and cards, so that they cost the same at 1 000 and at 100 000 people. Counted per set of sites and
 * not per site, because a person of two sites must count once for a reader of both; the sets that occur are few.
 * Kept by the directory's writer with every entry; a rebuild counts them anew.
 */
export const directoryCount = sqliteTable(
  'directory_count',
  {
    /** Sorted site ids with commas between; empty: none; "*": the whole organisation, whatever the sites. */
    siteSet: text('site_set').notNull(),
    /** As in `directory_entry`; 4: an accepted invitation. */
    statusRank: integer('status_rank', { mode: 'number' }).notNull(),
    roleRank: integer('role_rank', { mode: 'number' }).notNull(),
    entries: integer('entries', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siteSet, table.statusRank, table.roleRank] })],
);
