import type BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { connect } from '../db/connection';
import { firstPageFits } from '../db/key-check';
import { foundState, knownState } from '../db/migrate';
import * as schema from '../db/schema';
import { openRefusal } from '../db/sqlite-errors';
import { createStatements } from '../db/statements';
import type { ReadDb } from '../db/types';
import type { Anchor } from '../ports';
import { checkChains } from '../services/audit-log/check-chain';
import type { DatabaseFact, Examined } from './report';

/** What is kept of the audit log's end outside the database. `unread`: the keychain vouches for it, and nobody here can ask that. */
export interface KeptAnchor {
  anchor: Anchor | null;
  state: 'kept' | 'none' | 'foreign' | 'unread';
}

interface DatabasePlace {
  path: string;
  key: Uint8Array;
  migrationsFolder: string;
  kept: KeptAnchor;
}

export interface Looked {
  fact: DatabaseFact;
  /** The latest moment the desk remembers, UTC ms. */
  mark: number | null;
  /** Where backups go, when not into the data folder. */
  backupFolder: string | null;
}

/** Looks through the whole file without writing to it; the app may be running. Seconds at 100 000 people. */
export async function examineDatabase(place: DatabasePlace): Promise<Looked> {
  try {
    if (!firstPageFits(place.path, place.key)) return refused('database.key_wrong_or_damaged');
    const client = connect(place.path, place.key, 'read');
    try {
      const fact: DatabaseFact = { state: 'open', ...(await examine(client, place)) };
      return { fact, mark: markOf(client), backupFolder: backupFolderOf(client) };
    } finally {
      client.close();
    }
  } catch (error) {
    return refused(openRefusal(error, place.path)?.code ?? 'database.unknown');
  }
}

/** Of a desk that wasn't looked into. */
export const nothingElse = { mark: null, backupFolder: null };

function refused(code: string): Looked {
  return { ...nothingElse, fact: { state: 'refused', code } };
}

async function examine(client: BetterSqlite3.Database, place: DatabasePlace): Promise<Examined> {
  const from = performance.now();
  const integrity = integrityOf(client);
  const orphans = (client.pragma('foreign_key_check') as unknown[]).length;
  const audit = await auditOf(readerOf(client), place);
  const found = foundState(client);
  return {
    schema: {
      found: found.count,
      known: knownState(place.migrationsFolder).count,
      latest: found.latest === 0 ? null : new Date(found.latest).toISOString(),
    },
    integrity,
    orphans,
    audit,
    rows: rowsOf(client),
    took: Math.round(performance.now() - from),
  };
}

const mostComplaints = 10;

function integrityOf(client: BetterSqlite3.Database): string[] {
  const lines = client.pragma(`integrity_check(${mostComplaints})`) as { integrity_check: string }[];
  return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok');
}

function readerOf(client: BetterSqlite3.Database): ReadDb {
  const statements = createStatements(client);
  return {
    orm: drizzle({ client, schema }),
    statement: (sql) => statements.read(sql),
    column: (sql) => statements.column(sql),
  };
}

async function auditOf(db: ReadDb, { kept }: DatabasePlace): Promise<Examined['audit']> {
  const { entries, problem } = await checkChains(db, kept.anchor, () => undefined);
  return {
    entries,
    problem: problem === null ? null : { kind: problem.kind, n: problem.n },
    anchor: kept.state,
  };
}

/** Tables by what they hold, without what the search and the list are built from. */
const counted = [
  'user',
  'user_site',
  'invitation',
  'site',
  'visit',
  'audit_event',
  'change_op',
  'personal_value',
  'session',
  'mail_message',
  'directory_entry',
];

/** A file of an earlier version lacks what came later. */
function has(client: BetterSqlite3.Database, table: string): boolean {
  return (
    client.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(table) !== undefined
  );
}

function rowsOf(client: BetterSqlite3.Database): Record<string, number> {
  const rows = counted
    .filter((table) => has(client, table))
    .map((table) => [table, client.prepare(`select count(*) from "${table}"`).pluck().get() as number]);
  return Object.fromEntries(rows);
}

function markOf(client: BetterSqlite3.Database): number | null {
  if (!has(client, 'clock_mark')) return null;
  const mark = client.prepare('select high_water_at from clock_mark where id = 1').pluck().get();
  return typeof mark === 'number' ? mark : null;
}

function backupFolderOf(client: BetterSqlite3.Database): string | null {
  if (!has(client, 'backup_settings')) return null;
  const folder = client.prepare('select folder from backup_settings').pluck().get();
  return typeof folder === 'string' ? folder : null;
}
