import { syncedTables } from '../../core/db/synced-tables';
import type { Database, SyncedTable } from '../../core/db/types';
import { checkChains } from '../../core/services/audit-log/check-chain';
import { rebuild } from '../../core/services/directory/rebuild';

/**
 * What is wrong with a database, in words; nothing when it is whole: its pages, its references, the audit chain and its
 * names, a journal that adds up to the rows, an audit entry in every transaction, and a Users page that a rebuild would
 * make just so.
 */
export async function problemsOf(db: Database): Promise<string[]> {
  const pages = db.client.pragma('integrity_check', { simple: true });
  const orphans = db.client.pragma('foreign_key_check') as unknown[];
  const { problem } = await checkChains(db, null, () => undefined);
  return [
    ...(pages === 'ok' ? [] : [`integrity_check: ${String(pages)}`]),
    ...(orphans.length === 0 ? [] : [`${orphans.length} rows without their parent`]),
    ...(problem === null ? [] : [`audit chain: ${JSON.stringify(problem)}`]),
    ...(Object.keys(syncedTables) as SyncedTable[]).flatMap((table) => journalProblems(db, table)),
    ...unaudited(db),
    ...directoryProblems(db),
  ];
}

interface Operation {
  pk: string;
  patch: string;
}

/** The operations of a table, played one after another, must come to its rows. Erased values are gone from both. */
function journalProblems(db: Database, table: SyncedTable): string[] {
  const value = db.statement<{ value: string }>('select value from personal_value where id = ?');
  const played = new Map<string, Record<string, unknown>>();
  const operations = db
    .statement<Operation>('select pk, patch from change_op where tbl = ? order by n')
    .all(table);
  for (const { pk, patch } of operations)
    played.set(pk, { ...played.get(pk), ...(JSON.parse(patch) as Record<string, unknown>) });
  const rows = db.statement<Record<string, unknown> & { id: string }>(`select * from "${table}"`).all();
  const defaults = defaultsOf(db, table);
  const known = new Set(rows.map((row) => row.id));
  const missing = [...played.keys()].filter((id) => !known.has(id)).map((id) => `${table} ${id} is gone`);
  const differing = rows.flatMap((row) => {
    const wanted = played.get(row.id);
    if (wanted === undefined) return [`${table} ${row.id} has no operation`];
    return [...syncedTables[table].columns.map((column) => column.name), 'deleted_hlc'].flatMap((name) => {
      // What isn't told is empty, or as a migration added the column.
      if (!(name in wanted) && String(row[name]) === defaults.get(name)) return [];
      const told = wanted[name] ?? null;
      const erased = isReference(told) && value.get(told.$personal) === undefined;
      const expected = isReference(told) ? value.get(told.$personal)?.value : told;
      if (erased || String(expected) === String(row[name])) return [];
      return [`${table} ${row.id}: ${name} is ${String(row[name])}, its operations say ${String(expected)}`];
    });
  });
  return [...missing, ...differing];
}

function defaultsOf(db: Database, table: SyncedTable): Map<string, string> {
  const columns = db.statement<{ name: string; value: string | null }>(
    'select name, dflt_value as value from pragma_table_info(?)',
  );
  return new Map(columns.all(table).map(({ name, value }) => [name, (value ?? 'null').replaceAll("'", '')]));
}

function isReference(value: unknown): value is { $personal: string } {
  return typeof value === 'object' && value !== null && '$personal' in value;
}

/** Deleting somebody is noted first, while there is a name to note. */
const notedFirst = 'user.delete';

/** Every transaction of operations has an audit entry: after its operations, among them, or before them where it is noted first. */
function unaudited(db: Database): string[] {
  const spans = db
    .statement<{ txn: string; first: string; last: string }>(
      'select txn_id as txn, min(hlc) as first, max(hlc) as last from change_op group by txn_id order by 2',
    )
    .all();
  const entries = db
    .statement<{ hlc: string; action: string }>('select hlc, action from audit_event order by hlc')
    .all();
  let next = 0;
  /** The actions that come before that reading, from where the last look ended. */
  function until(reading: string): string[] {
    const from = next;
    while (next < entries.length && (entries[next]?.hlc ?? '') < reading) next += 1;
    return entries.slice(from, next).map(({ action }) => action);
  }
  let before = until(spans[0]?.first ?? '~').includes(notedFirst);
  return spans.flatMap(({ txn, last }, i) => {
    const among = until(last).length > 0;
    const gap = until(spans[i + 1]?.first ?? '~');
    const nexts = gap.lastIndexOf(notedFirst);
    const found = before || among || (gap.length > 0 && nexts !== 0);
    before = nexts >= 0;
    return found ? [] : [`transaction ${txn} has no audit entry: ${operationsOf(db, txn)}`];
  });
}

function operationsOf(db: Database, txn: string): string {
  const operations = db
    .statement<{ tbl: string; patch: string }>('select tbl, patch from change_op where txn_id = ? order by n')
    .all(txn);
  return operations
    .map(({ tbl, patch }) => `${tbl} ${patch}`)
    .join(', ')
    .slice(0, 500);
}

const derived = [
  `select id, kind, email, email_key, display_name, search_text, status_rank, expires_at, role, role_rank, site_key,
     site_set, created_at, last_activity_at, activity_at, password_due, reactivation_id from directory_entry order by id`,
  'select s.site_id, e.id from directory_site s join directory_entry e on e.n = s.n order by 1, 2',
  'select * from directory_accepted order by 1',
  'select * from directory_count where entries <> 0 order by 1, 2, 3',
];

/** A few letters that many share and those of each person, found through the index and through what waits for it. */
const found = `select e.id from directory_entry e where e.n in (
    select rowid from directory_search where directory_search match ?
    union select n from directory_recent where instr(search_text, ?)) order by 1`;

function directoryProblems(db: Database): string[] {
  const needles = db
    .statement<{ needle: string }>('select distinct substr(email_key, 1, 6) as needle from directory_entry')
    .all()
    .map(({ needle }) => needle);
  const look = () => [
    ...derived.map((sql) => JSON.stringify(db.statement(sql).all())),
    JSON.stringify(needles.map((needle) => db.statement(found).all(`"${needle}"`, needle))),
  ];
  const kept = look();
  let made: string[] = [];
  const undo = new Error('Only looked');
  try {
    db.write(null, (tx) => {
      rebuild(tx);
      made = look();
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return kept.flatMap((part, i) =>
    part === made[i] ? [] : [`directory ${i}: ${firstDifference(part, made[i] ?? '')}`],
  );
}

function firstDifference(kept: string, made: string): string {
  const at = [...kept].findIndex((letter, i) => letter !== made[i]);
  const from = Math.max(0, at - 60);
  return `kept …${kept.slice(from, at + 60)}…, a rebuild makes …${made.slice(from, at + 60)}…`;
}
