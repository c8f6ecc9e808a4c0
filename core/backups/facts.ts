import type BetterSqlite3 from 'better-sqlite3';

/** What a backup holds, by its own tables. */
export interface BackupFacts {
  /** `null`: from before there was one. */
  organisation: string | null;
  /** Active and inactive accounts. */
  people: number;
  /** That can still be accepted or have expired. */
  invitations: number;
  sites: number;
  visits: number;
  /** Where each desk's audit log ends. */
  heads: { deskId: string; n: number; hash: string; at: number }[];
  /** Migrations it knows, and the date of the latest: how versions tell schemas apart. */
  schema: { count: number; latest: number };
}

/** A file of an earlier version lacks what came later: what isn't there counts nothing. */
export function readFacts(client: BetterSqlite3.Database): BackupFacts {
  const tables = new Set(
    client.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all(),
  );
  const count = (table: string, where: string) =>
    tables.has(table)
      ? (client.prepare<[], number>(`select count(*) from ${table} where ${where}`).pluck().get() ?? 0)
      : 0;
  // As partial indexes have it, so that nobody's row has to be read: a list of backups may be of twenty.
  const live = 'deleted_hlc is null and conflict_of is null';
  return {
    organisation: tables.has('organisation')
      ? (client.prepare<[], string>('select name from organisation').pluck().get() ?? null)
      : null,
    people: count('user', live),
    invitations: count('invitation', `${live} and accepted_at is null and removed_at is null`),
    sites: count('site', `${live} and archived_at is null`),
    visits: count('visit', 'deleted_hlc is null'),
    heads: tables.has('audit_event') ? readHeads(client) : [],
    schema: tables.has('__drizzle_migrations') ? readSchema(client) : { count: 0, latest: 0 },
  };
}

/** From desk to desk along the key: the log is the largest table, and none of it is read but the ends. */
function readHeads(client: BetterSqlite3.Database): BackupFacts['heads'] {
  const next = client
    .prepare<[string], string>('select desk_id from audit_event where desk_id > ? order by desk_id limit 1')
    .pluck();
  const last = client.prepare<[string], BackupFacts['heads'][number]>(
    'select desk_id as deskId, n, hash, at from audit_event where desk_id = ? order by n desc limit 1',
  );
  const heads: BackupFacts['heads'] = [];
  for (let deskId = next.get(''); deskId !== undefined; deskId = next.get(deskId)) {
    const head = last.get(deskId);
    if (head !== undefined) heads.push(head);
  }
  return heads;
}

function readSchema(client: BetterSqlite3.Database): BackupFacts['schema'] {
  const row = client
    .prepare<[], BackupFacts['schema']>(
      'select count(*) as count, coalesce(max(created_at), 0) as latest from __drizzle_migrations',
    )
    .get();
  return row ?? { count: 0, latest: 0 };
}
