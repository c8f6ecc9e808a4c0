import { createHash } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';
import { recoveryKeyLines } from '../../../core/domain/recovery-key';

/** What every write or refusal may leave: the audit log with its personal values, and the desk's clock. */
const notes = new Set(['audit_event', 'personal_value', 'sync_state']);

export interface DeniedEntry {
  actorId: string | null;
  subjectType: string | null;
  subjectId: string | null;
  data: Record<string, unknown>;
}

export interface Tables {
  /** A hash of every row there is, by table. */
  rows(): Record<string, string>;
  /** The attempts noted as denied, oldest first. */
  deniedEntries(): DeniedEntry[];
  /**
   * All that a person of these sites may never change: answers how to take its hash, now and later. Who is out of reach now
   * stays so, and who comes to be. `null`: nothing is out of their reach.
   */
  outOfReach(who: { userId: string; siteIds: readonly string[] } | null): () => string;
  /** Hashes of passwords, tokens and codes, salts and the database's key: what no window ever needs. */
  secrets(): string[];
  /** Ids of everything a request could name. */
  ids(): string[];
  close(): void;
}

/** Hidden from every window. */
const secretColumns: Record<string, readonly string[]> = {
  credential: ['hash', 'previous_hash'],
  session: ['refresh_hash', 'spent_refresh_hash'],
  invitation: ['token_hash', 'code_hash'],
  recovery_code: ['code_hash'],
  mail_settings: ['sealed_password'],
  personal_value: ['salt', 'hash'],
};

/** Whom delegated administration never reaches: who isn't a Member, or has a site outside those. */
const peopleBeyond = `select id from user where id <> :userId and (role is not 'member' or id in
  (select user_id from user_site where site_id not in (select value from json_each(:siteIds))))`;
const invitationsBeyond = `select id from invitation where role <> 'member' or id in
  (select invitation_id from invitation_site where site_id not in (select value from json_each(:siteIds)))`;
const beyondReach = [
  'select * from organisation',
  'select * from site',
  'select * from licence',
  'select * from recovery_code',
  'select * from mail_settings',
  'select * from visit where site_id not in (select value from json_each(:siteIds))',
  'select * from user where id in (select value from json_each(:ids))',
  'select * from credential where id in (select value from json_each(:ids))',
  'select * from user_site where user_id in (select value from json_each(:ids))',
  'select * from invitation where id in (select value from json_each(:ids))',
];

/** A second look into the database of a running desk. @param key the database's; it is the client's own affair else. */
export function lookAt(client: BetterSqlite3.Database, key: Uint8Array): Tables {
  const tables = client
    .prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'directory_search%' order by name",
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !notes.has(name));

  const denied = client.prepare<[], Omit<DeniedEntry, 'data'> & { data: string }>(
    `select actor_id as actorId, subject_type as subjectType, subject_id as subjectId, data from audit_event
     where action = 'access.denied' and outcome = 'denied' order by n`,
  );

  return {
    rows() {
      return Object.fromEntries(
        tables.map((name) => {
          return [name, digest(client.prepare(`select * from "${name}" order by 1, 2`).all())];
        }),
      );
    },
    deniedEntries: () =>
      denied.all().map((row) => ({ ...row, data: JSON.parse(row.data) as DeniedEntry['data'] })),
    outOfReach(who) {
      if (who === null) return () => '';
      const { userId } = who;
      const siteIds = JSON.stringify(who.siteIds);
      const ids = (sql: string) =>
        client.prepare<[object], string>(sql).pluck().all(named(sql, { userId, siteIds }));
      const beyond = () => [...ids(peopleBeyond), ...ids(invitationsBeyond)];
      const there = new Set([...ids('select id from user'), ...ids('select id from invitation')]);
      const first = beyond();
      return () => {
        const all = JSON.stringify([...first, ...beyond().filter((id) => !there.has(id))]);
        const rows = (sql: string) => client.prepare(sql).all(named(sql, { siteIds, ids: all }));
        return digest(beyondReach.map(rows));
      };
    },
    secrets() {
      const kept = Object.entries(secretColumns).flatMap(([table, columns]) =>
        columns.flatMap((column) =>
          client
            .prepare<[], string>(`select "${column}" from "${table}" where "${column}" is not null`)
            .pluck()
            .all(),
        ),
      );
      // A mail password may be a letter or two.
      const asText = [
        Buffer.from(key).toString('hex'),
        Buffer.from(key).toString('base64'),
        ...recoveryKeyLines(key),
      ];
      return [...kept, ...asText].filter((secret) => secret.length >= 16);
    },
    ids: () =>
      ['user', 'invitation', 'site', 'visit', 'session', 'recovery_code', 'organisation'].flatMap((table) =>
        client.prepare<[], string>(`select id from "${table}" limit 60`).pluck().all(),
      ),
    close: () => client.close(),
  };
}

function digest(rows: unknown): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

/** SQLite wants no values for names a statement doesn't have. */
function named<T extends Record<string, string>>(sql: string, values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => sql.includes(`:${name}`)),
  ) as Partial<T>;
}
