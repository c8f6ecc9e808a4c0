import type BetterSqlite3 from 'better-sqlite3';

/**
 * The latest reading of this desk's clock that the file knows of. Every reading made here stands with a change operation or an
 * audit entry, so it is read from where these end, both of them pages that a write touches anyway; keeping it
 * by itself would be a page more in every write. `sync_state` holds what it was before there was either, and what other
 * desks told.
 */
const latest = `select max(
  last_hlc,
  coalesce((select hlc from change_op order by n desc limit 1), ''),
  coalesce((select hlc from audit_event where desk_id = sync_state.desk_id order by n desc limit 1), '')
) as reading from sync_state where id = 1`;

/** Answers `''` for a file that has no desk yet. */
export function lastReadingOf(client: BetterSqlite3.Database): () => string {
  const statement = client.prepare<[], { reading: string }>(latest);
  return () => statement.get()?.reading ?? '';
}
