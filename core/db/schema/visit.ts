import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { idColumn, synced, timestamp, version } from './columns';
import { site } from './organisation';
import { user } from './user';

/** When a visit ended, or will if nothing happens. Without a comma: drizzle-kit takes one for the end of a column. */
const endedAt = (table: Record<'cancelledAt' | 'checkedOutAt' | 'expectedDepartureAt', AnySQLiteColumn>) =>
  sql`case when ${table.cancelledAt} is not null then ${table.cancelledAt} when ${table.checkedOutAt} is not null then ${table.checkedOutAt} else ${table.expectedDepartureAt} end`;

/**
 * A visit at a site. Its state is derived (core/domain/visit). `host_name` is the host's display name as it was: taken at
 * registration, refreshed at check-in, then frozen, and never joined again (product.md §8).
 */
export const visit = sqliteTable(
  'visit',
  {
    id: idColumn(),
    siteId: text('site_id')
      .notNull()
      .references(() => site.id),
    /** `null` once retention took the visitor's data; so are company, e-mail and purpose. */
    visitorName: text('visitor_name'),
    company: text('company'),
    visitorEmail: text('visitor_email'),
    purpose: text('purpose'),
    /** Folded names of visitor and company, for the search (core/domain/visit); `null` like those. */
    visitorKey: text('visitor_key'),
    hostId: text('host_id')
      .notNull()
      .references(() => user.id),
    hostName: text('host_name').notNull(),
    /** `host_name` folded. */
    hostKey: text('host_key').notNull(),
    registeredBy: text('registered_by')
      .notNull()
      .references(() => user.id),
    createdAt: timestamp('created_at').notNull(),
    expectedArrivalAt: timestamp('expected_arrival_at').notNull(),
    /** An expected visit expires when this passes. */
    expectedDepartureAt: timestamp('expected_departure_at').notNull(),
    checkedInAt: timestamp('checked_in_at'),
    checkedOutAt: timestamp('checked_out_at'),
    cancelledAt: timestamp('cancelled_at'),
    /** When retention took the visitor's data. */
    anonymisedAt: timestamp('anonymised_at'),
    version: version(),
    ...synced(),
  },
  (table) => [
    // The tabs of one site, their counts among them; what they filter and search by is in the index.
    index('visit_expected')
      .on(table.siteId, table.expectedArrivalAt, table.id, table.expectedDepartureAt)
      .where(
        sql`${table.checkedInAt} is null and ${table.checkedOutAt} is null and ${table.cancelledAt} is null and ${table.deletedHlc} is null`,
      ),
    index('visit_on_site')
      .on(table.siteId, table.checkedInAt, table.id)
      .where(
        sql`${table.checkedInAt} is not null and ${table.checkedOutAt} is null and ${table.cancelledAt} is null and ${table.deletedHlc} is null`,
      ),
    index('visit_history')
      .on(
        table.siteId,
        endedAt(table),
        table.id,
        table.cancelledAt,
        table.checkedOutAt,
        table.expectedDepartureAt,
        table.visitorKey,
        table.hostKey,
      )
      .where(
        sql`(${table.checkedInAt} is null or ${table.checkedOutAt} is not null or ${table.cancelledAt} is not null) and ${table.deletedHlc} is null`,
      ),
    // Check-ins of a calendar month, for the licence's limit.
    index('visit_by_check_in').on(table.checkedInAt).where(sql`${table.checkedInAt} is not null`),
    // What a deactivation touches; with the next one, a Member's own.
    index('visit_by_host').on(table.hostId, table.expectedDepartureAt),
    index('visit_by_registrar').on(table.registeredBy),
    // When visits end or their time is up: what retention is due to take, and what expires.
    index('visit_ends')
      .on(endedAt(table), table.checkedInAt, table.checkedOutAt, table.cancelledAt)
      .where(sql`${table.anonymisedAt} is null and ${table.deletedHlc} is null`),
  ],
);
