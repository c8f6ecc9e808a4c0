import { getTableColumns } from 'drizzle-orm';
import * as schema from './schema';
import type { SyncedTable, SyncedTables } from './types';

const drizzleTables: SyncedTables = {
  organisation: schema.organisation,
  site: schema.site,
  user: schema.user,
  user_site: schema.userSite,
  credential: schema.credential,
  invitation: schema.invitation,
  invitation_site: schema.invitationSite,
  licence: schema.licence,
  visit: schema.visit,
};

/** Columns whose values belong to a person (product.md §9): change operations refer to them instead of holding them. */
const personalColumns: Partial<Record<SyncedTable, readonly string[]>> = {
  user: ['email', 'email_key', 'display_name'],
  credential: ['hash', 'previous_hash'],
  invitation: ['email', 'email_key'],
  // The visitor's; the host's name stays with the visit (product.md §1, Delete).
  visit: ['visitor_name', 'company', 'visitor_email', 'purpose', 'visitor_key'],
};

const bookkeeping = new Set(['id', 'created_hlc', 'deleted_hlc', 'ver', 'version']);

export interface JournalColumn {
  /** Property of the drizzle row. */
  property: string;
  /** Column in the file: what `ver`, `patch` and `base` name. */
  name: string;
  personal: boolean;
  toDriver(value: unknown): string | number | null;
}

export interface JournalTable {
  /** Sorted by column name, so that JSON built in this order is canonical. */
  columns: readonly JournalColumn[];
  hasVersion: boolean;
  insertSql: string;
}

function describe(table: SyncedTable): JournalTable {
  const all = Object.entries(getTableColumns(drizzleTables[table]));
  const columns = all
    .filter(([, column]) => !bookkeeping.has(column.name))
    .map(([property, column]) => ({
      property,
      name: column.name,
      personal: personalColumns[table]?.includes(column.name) ?? false,
      toDriver: (value: unknown) =>
        value === null || value === undefined ? null : (column.mapToDriverValue(value) as string | number),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = ['id', 'created_hlc', 'ver', ...columns.map((column) => column.name)];
  return {
    columns,
    hasVersion: all.some(([, column]) => column.name === 'version'),
    insertSql: `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
  };
}

export const syncedTables = Object.fromEntries(
  (Object.keys(drizzleTables) as SyncedTable[]).map((table) => [table, describe(table)]),
) as Record<SyncedTable, JournalTable>;
