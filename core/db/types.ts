import type BetterSqlite3 from 'better-sqlite3';
import type { InferInsertModel, InferSelectModel } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { AuditAction } from '../domain/audit';
import type * as schema from './schema';

export type Orm = BetterSQLite3Database<typeof schema>;

/**
 * Reading: drizzle's select, and prepared SQL for the few statements whose plan matters (the list, search,
 * the session check). Statements are cached by their text.
 */
export interface ReadDb {
  readonly orm: Pick<Orm, 'select' | 'selectDistinct' | '$count'>;
  statement<Row>(sql: string): Statement<Row>;
  /** The first column alone: a thousand numbers as rows cost as much as finding them. */
  column<Value extends SqlValue>(sql: string): Pick<Statement<Value>, 'all'>;
}

export interface Statement<Row> {
  get(...parameters: SqlValue[]): Row | undefined;
  all(...parameters: SqlValue[]): Row[];
}

export type SqlValue = string | number | bigint | Buffer | null;

/** Tables whose rows desks exchange. Written through the journal only. */
export interface SyncedTables {
  organisation: typeof schema.organisation;
  site: typeof schema.site;
  user: typeof schema.user;
  user_site: typeof schema.userSite;
  credential: typeof schema.credential;
  invitation: typeof schema.invitation;
  invitation_site: typeof schema.invitationSite;
  licence: typeof schema.licence;
  visit: typeof schema.visit;
}
export type SyncedTable = keyof SyncedTables;
type JournalColumn = 'createdHlc' | 'deletedHlc' | 'ver' | 'version';
export type SyncedRow<T extends SyncedTable> = InferSelectModel<SyncedTables[T]>;
export type NewRow<T extends SyncedTable> = Omit<InferInsertModel<SyncedTables[T]>, JournalColumn>;
export type RowPatch<T extends SyncedTable> = Partial<Omit<NewRow<T>, 'id'>>;

/** A value that belongs to a person: kept in the erasable side table, the chain covers its salted hash. */
export interface Personal {
  readonly personal: { personId: string; value: string };
}
export type AuditValue =
  | string
  | number
  | boolean
  | null
  | Personal
  | AuditValue[]
  | { [key: string]: AuditValue };

export interface AuditEntry {
  action: AuditAction;
  outcome?: 'done' | 'denied';
  subject?: {
    type: 'user' | 'invitation' | 'site' | 'organisation' | 'session' | 'licence' | 'visit';
    id: string;
  };
  siteId?: string;
  /**
   * Facts by human names; for a change `{ field: { before, after } }`. The names of actor and subject at this moment are
   * added as `actorName` and `subjectName`.
   */
  data?: Record<string, AuditValue>;
}

/**
 * One write transaction (BEGIN IMMEDIATE … COMMIT, synchronous). Functions that need one take it first.
 * Writes of exchanged rows go through `insert`, `update` and `remove`, which keep `ver` and `version` and write the
 * change operation; `local` is for tables that never leave the desk.
 */
export interface Tx extends ReadDb {
  /** The clock at the transaction's begin, UTC ms. */
  readonly now: number;
  newId(): string;
  insert<T extends SyncedTable>(table: T, row: NewRow<T>): void;
  /** Writes the columns that differ; nothing happens when none does. Throws when there is no such live row. */
  update<T extends SyncedTable>(table: T, id: string, patch: RowPatch<T>): void;
  /** Tombstone: the row stays with `deleted_hlc`. */
  remove<T extends SyncedTable>(table: T, id: string): void;
  readonly local: Pick<Orm, 'insert' | 'update' | 'delete'>;
  /** Prepared SQL on such a local table, for the writes whose cost matters; answers the number of rows it touched. */
  run(sql: string, ...parameters: SqlValue[]): number;
  /**
   * Deletes the personal values (name, address) that change log and audit keep of a user or invitation; the audit
   * chain stays whole. Entries of this transaction that should lose them too come before it. With `value`: only that one,
   * which they needn't remember any more.
   */
  erasePersonal(personId: string, value?: string): void;
  /** Answers the entry's id. */
  audit(entry: AuditEntry): string;
  /** Runs after the commit, in order; not at all when the transaction fails. */
  afterCommit(work: () => void): void;
  /**
   * A part of the transaction that may be refused (one line of many). What it throws it throws on, with nothing of the part
   * written; the rest of the transaction stands. Parts don't nest.
   */
  attempt<T>(part: () => T): T;
}

export interface WriteDb extends ReadDb {
  /**
   * Runs `work` in one transaction. `actorId`: who is answerable for it, `null` for the app itself.
   * `work` must not be async: hash and wait before. Throws what `work` throws, with nothing written; a full disk as
   * `database.disk_full`, a lock held by somebody else as `database.busy`.
   */
  write<T>(actorId: string | null, work: (tx: Tx) => T): T;
}

/** An open database file. */
export interface Database extends WriteDb {
  readonly path: string;
  /** What it is encrypted with, 32 bytes. */
  readonly key: Uint8Array;
  readonly deskId: string;
  readonly client: BetterSqlite3.Database;
  close(): void;
}
