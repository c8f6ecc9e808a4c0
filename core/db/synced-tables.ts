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

/** Where a row says whose a personal value is. */
interface Owner {
  name: string;
  property: string;
}

const self: Owner = { name: 'id', property: 'id' };
const host: Owner = { name: 'host_id', property: 'hostId' };

/**
 * Columns whose values belong to a person (product.md §9): change operations refer to them instead of holding them. A
 * credential's and a person's own row carry the person's id; an invitation and a visitor are people of their own.
 */
const personalColumns: Partial<Record<SyncedTable, Readonly<Record<string, Owner>>>> = {
  user: { email: self, email_key: self, display_name: self },
  credential: { hash: self, previous_hash: self },
  invitation: { email: self, email_key: self },
  // The host's name stays with the visit itself (product.md §1, Delete), and nowhere else.
  visit: {
    visitor_name: self,
    company: self,
    visitor_email: self,
    purpose: self,
    visitor_key: self,
    host_name: host,
    host_key: host,
  },
};

const bookkeeping = new Set(['id', 'created_hlc', 'deleted_hlc', 'ver', 'version']);

export interface JournalColumn {
  /** Property of the drizzle row. */
  property: string;
  /** Column in the file: what `ver`, `patch` and `base` name. */
  name: string;
  /** `null`: its values are nobody's. */
  owner: Owner | null;
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
      owner: personalColumns[table]?.[column.name] ?? null,
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
