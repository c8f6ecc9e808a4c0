import { sql } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { idColumn, synced, timestamp, version } from './columns';
import { site } from './organisation';
import { user } from './user';

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
    hostId: text('host_id')
      .notNull()
      .references(() => user.id),
    hostName: text('host_name').notNull(),
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
    // The tabs of one site: expected ones by arrival, those on site by check-in, the rest by arrival.
    index('visit_by_site').on(table.siteId, table.expectedArrivalAt, table.id),
    index('visit_on_site')
      .on(table.siteId, table.checkedInAt)
      .where(sql`${table.checkedInAt} is not null and ${table.checkedOutAt} is null`),
    // Check-ins of a calendar month, for the licence's limit.
    index('visit_by_check_in').on(table.checkedInAt).where(sql`${table.checkedInAt} is not null`),
    // What a deactivation touches.
    index('visit_by_host').on(table.hostId, table.expectedDepartureAt),
    // What retention is due to take.
    index('visit_kept').on(table.expectedDepartureAt).where(sql`${table.anonymisedAt} is null`),
  ],
);
