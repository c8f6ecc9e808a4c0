import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { idColumn, timestamp } from './columns';

/**
 * Every change of an exchanged row, written in its transaction (sync.md). `n` is the order at this desk. Each index here
 * and on `audit_event` is a page more in every write, so there is none before the query that needs it; that is also why
 * `n` has no AUTOINCREMENT, whose counter is a row of its own.
 */
export const changeOp = sqliteTable(
  'change_op',
  {
    n: integer('n', { mode: 'number' }).primaryKey(),
    opId: text('op_id').notNull(),
    /** Operations of one transaction share it. */
    txnId: text('txn_id').notNull(),
    tbl: text('tbl').notNull(),
    pk: text('pk').notNull(),
    /** Column → new value, JSON with sorted keys. Personal values are references: `{"$personal": id}`. */
    patch: text('patch').notNull(),
    /** Column → HLC the change was made on top of, JSON. */
    base: text('base').notNull(),
    hlc: text('hlc').notNull(),
    actorId: text('actor_id'),
    /** The hub's sequence once it has taken the operation. */
    ackedSeq: integer('acked_seq', { mode: 'number' }),
  },
  (table) => [
    // What somebody, a site or the organisation was at a moment (core/services/access-history): a page more when one of
    // them changes, none for visits, passwords and invitations.
    index('change_op_of_record')
      .on(table.pk, table.hlc)
      .where(sql`${table.tbl} in ('organisation', 'site', 'user')`),
    // Who ever had all sites by their role. No comma: drizzle-kit takes one for the end of a column.
    index('change_op_to_all_sites')
      .on(table.pk)
      .where(sql`${table.tbl} = 'user' and ${table.patch} like '%"role":"tenant_admin"%'`),
  ],
);

/**
 * What happened: who did what to whom, when, at which desk, from what to what. Insert-only (triggers refuse UPDATE
 * and DELETE) and hash-chained: `hash` = SHA-256 over the previous hash and this entry as canonical JSON.
 */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    /** UUIDv7. Entries are told apart by desk and `n`; an index of these would be one page more in every write. */
    id: text('id').notNull(),
    deskId: text('desk_id').notNull(),
    /** Counter per desk, without gaps, from 1. */
    n: integer('n', { mode: 'number' }).notNull(),
    at: timestamp('at').notNull(),
    hlc: text('hlc').notNull(),
    /** Person who acted; `null` for the app itself and for strangers at the sign-in screen. */
    actorId: text('actor_id'),
    /** `user.create` and so on. */
    action: text('action').notNull(),
    outcome: text('outcome', { enum: ['done', 'denied'] }).notNull(),
    subjectType: text('subject_type'),
    subjectId: text('subject_id'),
    siteId: text('site_id'),
    /** Facts by human names, before → after; canonical JSON. Personal values are `{"$personal": id, "hash": …}`. */
    data: text('data').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('audit_event_chain').on(table.deskId, table.n),
    // A person's history: without it 100 000 entries are read through for one page (0.7 s instead of 2 ms; a write
    // costs up to 1 ms more). The busiest entries, those about visits, stay out.
    index('audit_event_by_person')
      .on(table.subjectId, table.hlc)
      .where(sql`${table.subjectType} in ('user', 'invitation')`),
  ],
);

/**
 * Names, addresses and other personal values that change log and audit refer to. Erasing a person deletes them here;
 * the chain covers only their salted hashes and stays whole.
 */
export const personalValue = sqliteTable(
  'personal_value',
  {
    id: idColumn(),
    /** The user or invitation it belongs to. */
    personId: text('person_id').notNull(),
    salt: text('salt').notNull(),
    /** SHA-256 of salt and value, hex. */
    hash: text('hash').notNull(),
    value: text('value').notNull(),
  },
  (table) => [index('personal_value_by_person').on(table.personId)],
);

/**
 * One row: this desk, its place in the hub's log, and the latest reading that other desks told; this desk's own are read
 * where they were written (../last-reading).
 */
export const syncState = sqliteTable('sync_state', {
  id: integer('id', { mode: 'number' }).primaryKey(),
  deskId: text('desk_id').notNull(),
  cursor: integer('cursor', { mode: 'number' }).notNull().default(0),
  lastHlc: text('last_hlc').notNull(),
  epoch: text('epoch').notNull(),
});
