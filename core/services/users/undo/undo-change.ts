import type { SiteScope } from '../../../access/scope';
import type { ParsedInput, RequestOutput } from '../../../contract';
import type { Tx } from '../../../db/types';
import type { UndoableAction, UndoRefusal } from '../../../domain/undo';
import { AppError } from '../../../errors/app-error';
import type { Actor } from '../../actor';
import type { UseCaseDeps } from '../../deps';
import { type Entitled, requireEntitled, requireReach } from '../../entitlement';
import { requireUser, type UserFacts } from '../user-rows';
import { sitesOfUser } from '../user-sites';
import { type AccessEntry, accessEntries, isRevertible } from './access-entries';
import { undoDeactivation } from './undo-deactivation';
import { undoUpdate } from './undo-update';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'outbox' | 'announce' | 'licence'>;
type Undoable = AccessEntry & { action: UndoableAction };

/** What the steps of an undo need, once it is known that it may be undone. */
export interface Undoing {
  deps: Deps;
  row: UserFacts;
  entry: Undoable;
  /** The sites that the actor reaches. */
  scope: SiteScope;
  refuse(reason: UndoRefusal): AppError;
}

/**
 * Takes back a deactivation or a change of role and sites (product.md §9): what was before is put back, as long as nothing has
 * happened to it since. Decided inside the transaction from what the entry holds and from the rows as they are. Sessions
 * that ended stay ended; the password is the one there was, unless it was a temporary one. Errors: `user.undo_refused`,
 * `user.not_found`, `user.beyond_delegation`, `user.last_admin`, `access.*`, `role.*`, `site.*`, `licence.*`.
 */
export function changeUndoing(deps: Deps) {
  return (actor: Actor, { id, entryId }: ParsedInput<'users.undo'>): RequestOutput<'users.undo'> =>
    deps.db.write(actor.userId, (tx) => undoChange(tx, deps, actor, id, entryId));
}

/** One person's part of it: many are undone by calling this for each, within one transaction. */
export function undoChange(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  id: string,
  entryId: string,
): RequestOutput<'users.undo'> {
  const entitled = requireEntitled(tx, actor, 'user.deactivate');
  const row = requireUser(tx, id);
  const { entry, since } = findEntry(tx, id, entryId);
  // Before anything is told of the person.
  requireOwnReach(tx, entitled, actor, row, entry);
  if (entry?.action === 'user.update') requireEntitled(tx, actor, 'user.update');
  const refuse = (reason: UndoRefusal): AppError =>
    new AppError('user.undo_refused', { name: row.displayName, reason });
  if (entry === null || !isRevertible(entry)) throw refuse('not_undoable');
  if (actor.userId === id) throw refuse('self');
  if (since.some(({ undid }) => undid === entryId)) throw refuse('undone');
  if (since.length > 0 || !isAsLeft(tx, row, entry)) {
    throw refuse(entry.action === 'user.deactivate' && row.status === 'active' ? 'reactivated' : 'changed');
  }
  const undoing = { deps, row, entry, scope: entitled.scope, refuse };
  return entry.action === 'user.deactivate' ? undoDeactivation(tx, undoing) : undoUpdate(tx, undoing);
}

/** The entry, and those that changed the person's access after it. */
function findEntry(tx: Tx, id: string, entryId: string): { entry: AccessEntry | null; since: AccessEntry[] } {
  const since: AccessEntry[] = [];
  for (const entry of accessEntries(tx, id)) {
    if (entry.id === entryId) return { entry, since };
    since.push(entry);
  }
  return { entry: null, since };
}

/** Role and sites are still what that act made them, whatever wrote them. */
function isAsLeft(tx: Tx, row: UserFacts, { action, role, sites }: AccessEntry): boolean {
  if ((row.status === 'active') === (action === 'user.deactivate')) return false;
  if (role !== null && row.role !== role.after) return false;
  return sites === null || sameIds(siteIdsOf(tx, row.id), sites.after);
}

/**
 * Delegated administration takes back what the same person did to a Member whose sites were all within their own: to bring
 * back whom somebody else has deactivated is not theirs. Errors: `user.not_found`, `user.beyond_delegation`.
 */
function requireOwnReach(
  tx: Tx,
  entitled: Entitled,
  actor: Actor,
  row: UserFacts,
  entry: AccessEntry | null,
): void {
  if (entitled.scope.kind === 'all') return;
  const siteIds = entry?.sites?.before ?? siteIdsOf(tx, row.id);
  const role = entry?.role?.before ?? row.role;
  requireReach(entitled, { displayName: row.displayName, role, siteIds });
  if (entry?.actorId !== actor.userId)
    throw new AppError('user.beyond_delegation', { name: row.displayName });
}

function siteIdsOf(tx: Tx, userId: string): string[] {
  return sitesOfUser(tx, userId).map((site) => site.id);
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}
