import { type ChainedEntry, chainStart, entryHash } from '../../core/db/audit';
import type { ReadDb } from '../../core/db/types';

const entries = `select id, desk_id as deskId, n, at, hlc, actor_id as actorId, action, outcome,
  subject_type as subjectType, subject_id as subjectId, site_id as siteId, data, previous_hash as previousHash, hash
  from audit_event order by desk_id, n`;

/** `n` of the first entry that doesn't follow from the one before, or `null` when the chain is whole. One desk. */
export function brokenEntry(db: ReadDb): number | null {
  let head = { n: 0, hash: chainStart };
  for (const { previousHash, hash, ...entry } of db
    .statement<ChainedEntry & { previousHash: string; hash: string }>(entries)
    .all()) {
    const follows =
      entry.n === head.n + 1 && previousHash === head.hash && hash === entryHash(previousHash, entry);
    if (!follows) return entry.n;
    head = { n: entry.n, hash };
  }
  return null;
}
