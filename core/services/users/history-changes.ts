import { reaches, type SiteScope } from '../../access/scope';
import type { HistoryEntry } from '../../contract/users';

type Change = HistoryEntry['changes'][number];
type Field = Change['field'];

const fields: readonly Field[] = ['displayName', 'email', 'role', 'sites', 'status', 'leavesAt'];

interface Reader {
  scope: SiteScope;
  /** A personal value by its id; `null` once it is erased. */
  personal(id: string): string | null;
}

/**
 * What an audit entry changed, as text. A `create` holds its facts plainly: nothing was there before. Other plain facts
 * tell what an act was about, not what it changed.
 */
export function historyChanges(action: string, data: Record<string, unknown>, reader: Reader): Change[] {
  return fields.flatMap((field) => {
    const value = data[field];
    const change = isChange(value) ? value : madeOf(action, value);
    if (change === null) return [];
    const before = textOf(field, change.before, reader);
    const after = textOf(field, change.after, reader);
    // Sites that look the same to this reader are no news to them; two erased names still were two.
    return field === 'sites' && before === after ? [] : [{ field, before, after }];
  });
}

function madeOf(action: string, value: unknown): { before: unknown; after: unknown } | null {
  return value === undefined || !action.endsWith('.create') ? null : { before: null, after: value };
}

function isChange(value: unknown): value is { before: unknown; after: unknown } {
  return isRecord(value) && 'before' in value && 'after' in value;
}

function textOf(field: Field, value: unknown, reader: Reader): string | null {
  if (field === 'sites') return sitesText(value, reader.scope);
  if (isRecord(value)) return reader.personal(String(value.$personal));
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
