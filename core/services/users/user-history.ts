import { siteScope } from '../../access/scope';
import type { ParsedInput, RequestOutput } from '../../contract';
import type { HistoryEntry } from '../../contract/users';
import type { ReadDb } from '../../db/types';
import type { Actor } from '../actor';
import { accountFields, entryChanges } from '../audit-log/entry-changes';
import { nameIn, personalValues } from '../audit-log/entry-view';
import type { UseCaseDeps } from '../deps';
import { canBeOffered } from './undo/access-entries';
import { requireVisibleUser } from './visible-user';

interface Row {
  id: string;
  at: number;
  action: string;
  outcome: 'done' | 'denied';
  actorId: string | null;
  data: string;
}

/**
 * The audit entries about a person and about the invitations that brought them or were to bring them back. The condition
 * on the type is the index's. In the order of the clock all desks share.
 */
const about = `subject_type in ('user', 'invitation')
    and subject_id in (
      select value from json_each(?)
      union all select id from invitation where reactivates_user_id = ?
      union all select id from invitation where accepted_user_id = ?)`;
export const historyPage = `
  select id, at, action, outcome, actor_id as actorId, data from audit_event
  where ${about} and hlc < ?
  order by hlc desc limit ?`;
/** Looked for among that person's entries: an index of the ids of all would cost every write. */
const readingOfEntry = `select hlc from audit_event where ${about} and id = ?`;

/** Later than any reading. */
const end = '~';

/** Newest first. Error: `user.not_found`, also for people outside the reader's sites. */
export function userHistory({ db }: Pick<UseCaseDeps, 'db'>) {
  return (actor: Actor, input: ParsedInput<'users.history'>): RequestOutput<'users.history'> => {
    const { id, before, limit } = input;
    requireVisibleUser(db, actor, id);
    const person = [JSON.stringify([id]), id, id];
    const from = before === null ? end : readingOf(db, person, before);
    const rows = db.statement<Row>(historyPage).all(...person, from, limit + 1);
    const reader = { scope: siteScope(actor.role, actor.siteIds), personal: personalValues(db) };
    const entries = rows.slice(0, limit).map((row): HistoryEntry => {
      const data = JSON.parse(row.data) as Record<string, unknown>;
      const { at, action, outcome, actorId } = row;
      const name = nameIn(data.actorName, reader);
      return {
        id: row.id,
        at,
        action,
        outcome,
        actor: actorId === null ? null : { id: actorId, name },
        changes: entryChanges(action, data, reader, accountFields),
        undoable: outcome === 'done' && canBeOffered(db, id, row),
      };
    });
    return { entries, more: rows.length > limit };
  };
}

/** Nothing comes before an entry that isn't there. */
function readingOf(db: ReadDb, person: readonly string[], entryId: string): string {
  return db.statement<{ hlc: string }>(readingOfEntry).get(...person, entryId)?.hlc ?? '';
}
