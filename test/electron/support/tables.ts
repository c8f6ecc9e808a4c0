import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { connect } from '../../../core/db/connection';
import { fileKeyStore } from '../../../electron/platform/key-store/file-store';

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
  close(): void;
}

/** A second look into the database of a running desk. @param folder its data folder. */
export async function lookInto(folder: string): Promise<Tables> {
  const key = await fileKeyStore(join(folder, 'test.key'), 'test').read();
  if (key === null) throw new Error(`No key in ${folder}`);
  const client = connect(join(folder, 'atrium.db'), key);
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
          const rows = client.prepare(`select * from "${name}" order by 1, 2`).all();
          return [name, createHash('sha256').update(JSON.stringify(rows)).digest('hex')];
        }),
      );
    },
    deniedEntries: () =>
      denied.all().map((row) => ({ ...row, data: JSON.parse(row.data) as DeniedEntry['data'] })),
    close: () => client.close(),
  };
}
