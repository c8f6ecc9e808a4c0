import { reaches, type SiteScope } from '../../access/scope';
import type { AuditChange } from '../../contract/audit';

/** What an account is made of: what a person's history tells of. */
export const accountFields = ['displayName', 'email', 'role', 'sites', 'status', 'leavesAt'] as const;

export interface Reader {
  scope: SiteScope;
  /** A personal value by its id; `null` once it is erased. */
  personal(id: string): string | null;
}

export type EntryData = Record<string, unknown>;

/** Facts that a `create` holds plainly, because nothing was there before. */
const made: ReadonlySet<string> = new Set([...accountFields, 'name', 'roleModel']);

/**
 * What an audit entry changed, as text. A `create` holds its facts plainly. Other plain facts tell what an act was about, not
 * what it changed. @param fields which, and in which order.
 */
export function entryChanges<F extends string>(
  action: string,
  data: EntryData,
  reader: Reader,
  fields: readonly F[],
): (AuditChange & { field: F })[] {
  return fields.flatMap((field) => {
    const change = changeOf(action, field, data[field]);
    if (change === null) return [];
    const before = valueText(field, change.before, reader);
    const after = valueText(field, change.after, reader);
    // Sites that look the same to this reader are no news to them; two erased names still were two.
    return field === 'sites' && before === after ? [] : [{ field, before, after }];
  });
}

/** Before and after, when that fact is a change; `null` for a plain one. */
export function changeOf(
  action: string,
  field: string,
  value: unknown,
): { before: unknown; after: unknown } | null {
  if (isRecord(value) && 'before' in value && 'after' in value) {
    return { before: value.before, after: value.after };
  }
  if (value === undefined || !action.endsWith('.create') || !made.has(field)) return null;
  return { before: null, after: value };
}

/** A fact as text; `null` for none and for what is erased. */
export function valueText(field: string, value: unknown, reader: Reader): string | null {
  if (field === 'sites') return sitesText(value, reader.scope);
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (isRecord(value)) return '$personal' in value ? reader.personal(String(value.$personal)) : null;
  return value === null || value === undefined ? null : String(value);
}

/** Foreign sites are counted, not named. Entries of the first version hold names without ids: only who sees all reads them. */
function sitesText(value: unknown, scope: SiteScope): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const names = value.flatMap((site: unknown) => {
    if (!isRecord(site)) return scope.kind === 'all' ? [String(site)] : [];
    return reaches(scope, String(site.id)) ? [String(site.name)] : [];
  });
  const foreign = value.length - names.length;
  return [...names, ...(foreign > 0 ? [`+${foreign}`] : [])].join(', ');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
