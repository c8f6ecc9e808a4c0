import type { ReadDb } from '../../../db/types';
import type { Role } from '../../../domain/role';
import { isUndoable, type UndoableAction } from '../../../domain/undo';
import { isRecord } from '../../audit-log/entry-changes';

/** A change of what somebody may do and where, as its audit entry holds it. */
export interface AccessEntry {
  id: string;
  hlc: string;
  action: string;
  actorId: string | null;
  role: { before: Role | null; after: Role | null } | null;
  /** Ids; `null`: unchanged, or kept by a version that named sites without their ids. */
  sites: { before: string[]; after: string[] } | null;
  leavesAt: { before: number | null } | null;
  /**
   * Followed from something else (an archived site, an end date), which is what would have to be undone; or it doesn't say
   * well enough what was before.
   */
  consequence: boolean;
  /** Of an undo: the entry it undid. */
  undid: string | null;
}

interface Row {
  id: string;
  hlc: string;
  action: string;
  actorId: string | null;
  data: string;
}

/** Those that can change role, sites and status, newest first. The condition on the type is the index's. */
export const accessEntriesOf = `
  select id, hlc, action, actor_id as actorId, data from audit_event
  where subject_type in ('user', 'invitation') and subject_id = ? and outcome = 'done'
    and action in ('user.create', 'user.update', 'user.deactivate', 'user.reactivate', 'user.delete',
      'user.undo_deactivate', 'user.undo_update')
    and hlc < ? order by hlc desc limit ?`;

const chunkSize = 20;
/** Later than any reading. */
const end = '~';

/** Somebody's changes of access, newest first: edits of the name alone are left out. */
export function* accessEntries(db: ReadDb, userId: string): Generator<AccessEntry> {
  let before = end;
  for (;;) {
    const rows = db.statement<Row>(accessEntriesOf).all(userId, before, chunkSize);
    for (const row of rows) {
      const entry = understood(row);
      if (entry.action !== 'user.update' || entry.role !== null || entry.sites !== null) yield entry;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunkSize) return;
    before = last.hlc;
  }
}

/**
 * Whether an entry is one to offer **Undo** for: the latest change of that person's access, and one that somebody made. What
 * else may stand in the way shows when it is tried.
 */
export function canBeOffered(db: ReadDb, userId: string, entry: { id: string; action: string }): boolean {
  if (!isUndoable(entry.action)) return false;
  const [latest] = accessEntries(db, userId);
  return latest?.id === entry.id && isRevertible(latest);
}

/** It says what was before, and nothing else brought it about. */
export function isRevertible(entry: AccessEntry): entry is AccessEntry & { action: UndoableAction } {
  if (!isUndoable(entry.action) || entry.consequence) return false;
  return entry.action === 'user.update' || (entry.role?.before != null && entry.sites !== null);
}

function understood({ data: text, ...row }: Row): AccessEntry {
  const data = JSON.parse(text) as Record<string, unknown>;
  const role = changed(data.role);
  const sites = changed(data.sites);
  const leavesAt = changed(data.leavesAt);
  return {
    ...row,
    role: role && { before: role.before as Role | null, after: role.after as Role | null },
    sites: sites && idsOf(sites),
    leavesAt: leavesAt && { before: leavesAt.before as number | null },
    consequence:
      data.by !== undefined || (data.sites !== undefined && sites !== null && idsOf(sites) === null),
    undid: typeof data.undid === 'string' ? data.undid : null,
  };
}

function changed(value: unknown): { before: unknown; after: unknown } | null {
  return isRecord(value) && 'before' in value && 'after' in value
    ? { before: value.before, after: value.after }
    : null;
}

function idsOf({ before, after }: { before: unknown; after: unknown }): AccessEntry['sites'] {
  const ids = [before, after].map((sites) =>
    Array.isArray(sites) ? sites.map((site: unknown) => (isRecord(site) ? String(site.id) : null)) : [null],
  );
  const [then = [], since = []] = ids;
  return [...then, ...since].includes(null) ? null : { before: then as string[], after: since as string[] };
}
