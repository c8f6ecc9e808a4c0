import { siteScope } from '../../access/scope';
import type { ParsedInput } from '../../contract';
import type { AuditFilter, AuditPage, ListedEntry } from '../../contract/audit';
import type { ReadDb } from '../../db/types';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { canBeOffered } from '../users/undo/access-entries';
import { aboutPerson } from './about-person';
import type { EntryRow } from './entry-rows';
import { matching } from './matching';
import { newestFirst, type Span } from './newest-first';
import { createPace } from './pace';

/** Entries looked at for one page: some tenths of a second when hardly any matches. */
const longestWalk = 20_000;

/** Newest first, a page at a time. */
export function entryPage({ db }: Pick<UseCaseDeps, 'db'>, walkAtMost = longestWalk) {
  return async (
    actor: Pick<Actor, 'role' | 'siteIds'>,
    { filter, after, limit }: ParsedInput<'audit.page'>,
  ): Promise<AuditPage> => {
    const match = matching(db, siteScope(actor.role, actor.siteIds), filter);
    const pace = createPace();
    const entries: ListedEntry[] = [];
    let looked = 0;
    let last: EntryRow | null = null;
    for (const row of entriesOf(db, filter, after)) {
      if (entries.length === limit) return { entries, next: last?.hlc ?? null, searchedTo: null };
      if (looked === walkAtMost) return { entries, next: last?.hlc ?? null, searchedTo: last?.at ?? null };
      const view = match(row);
      if (view !== null) entries.push({ ...view, undoable: isUndoableHere(db, row) });
      looked += 1;
      last = row;
      await pace();
    }
    return { entries, next: null, searchedTo: null };
  };
}

function isUndoableHere(db: ReadDb, { id, action, outcome, subjectType, subjectId }: EntryRow): boolean {
  if (outcome !== 'done' || subjectType !== 'user' || subjectId === null) return false;
  return canBeOffered(db, subjectId, { id, action });
}

/** The way through the log that passes the fewest entries. */
export function entriesOf(db: ReadDb, filter: AuditFilter, after: string | null): Generator<EntryRow> {
  const span: Span = { after, from: filter.from, before: filter.before };
  return filter.subjectId === null ? newestFirst(db, span) : aboutPerson(db, filter.subjectId, span);
}
