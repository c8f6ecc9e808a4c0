import type { Statements } from './statements';
import type { AuditEntry, AuditValue } from './types';

/**
 * What an entry's actor and subject are called at its moment (product.md §9): kept with the entry, so that nobody has to
 * join later with names that have changed since. Somebody erased, or not stored yet, has none.
 */
export function auditNames(
  statements: Statements,
  actorId: string | null,
  subject: AuditEntry['subject'],
): Record<string, AuditValue> {
  const names: Record<string, AuditValue> = {};
  const actor = actorId === null ? null : personName(statements, 'user', actorId);
  if (actor !== null) names.actorName = actor;
  const named = subject === undefined ? null : subjectName(statements, subject);
  if (named !== null) names.subjectName = named;
  return names;
}

const nameQueries = {
  user: 'select display_name as name from "user" where id = ?',
  invitation: 'select email as name from invitation where id = ?',
  site: 'select name from site where id = ?',
};

function subjectName(
  statements: Statements,
  { type, id }: NonNullable<AuditEntry['subject']>,
): AuditValue | null {
  if (type === 'user' || type === 'invitation') return personName(statements, type, id);
  return type === 'site' ? read(statements, 'site', id) : null;
}

/** An invitation is a person of its own; its name is the address. */
function personName(statements: Statements, type: 'user' | 'invitation', id: string): AuditValue | null {
  const value = read(statements, type, id);
  return value === null ? null : { personal: { personId: id, value } };
}

function read(statements: Statements, type: keyof typeof nameQueries, id: string): string | null {
  const name = statements.read<{ name: string | null }>(nameQueries[type]).get(id)?.name ?? '';
  return name === '' ? null : name;
}
