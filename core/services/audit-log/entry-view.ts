import type { AuditEntryView } from '../../contract/audit';
import type { ReadDb } from '../../db/types';
import {
  accountFields,
  changeOf,
  type EntryData,
  entryChanges,
  type Reader,
  valueText,
} from './entry-changes';
import type { EntryRow } from './entry-rows';

/** Said by the entry's own columns. */
const named: ReadonlySet<string> = new Set(['actorName', 'subjectName', 'site']);

/** An entry as this reader may know it, by the names of its time. */
export function entryView(row: EntryRow, reader: Reader): AuditEntryView {
  const data = JSON.parse(row.data) as EntryData;
  const { id, at, action, outcome, actorId, subjectType, subjectId, siteId, deskId, n, hash } = row;
  const keys = Object.keys(data).filter((key) => !named.has(key));
  const changed = keys.filter((key) => changeOf(action, key, data[key]) !== null);
  const seen = reader.scope.kind === 'all' ? changed : changed.filter(isOpenToSome);
  return {
    id,
    at,
    action,
    outcome,
    actor: actorId === null ? null : { id: actorId, name: nameIn(data.actorName, reader) },
    subject:
      subjectId === null
        ? null
        : { type: subjectType ?? '', id: subjectId, name: nameIn(data.subjectName ?? data.visitor, reader) },
    site: siteId === null ? null : { id: siteId, name: siteName(data, subjectType, reader) },
    changes: entryChanges(action, data, reader, inOrder(seen)),
    facts:
      reader.scope.kind === 'all'
        ? factsOf(
            data,
            keys.filter((key) => !changed.includes(key)),
          )
        : [],
    deskId,
    n,
    hash,
  };

  function factsOf(from: EntryData, plain: readonly string[]): AuditEntryView['facts'] {
    return plain.flatMap((name) => {
      const value = valueText(name, from[name], reader);
      return value === null || value === '' ? [] : [{ name, value }];
    });
  }
}

/** Names are personal values, but for sites'. Entries of the first version have none. */
export function nameIn(value: unknown, reader: Reader): string | null {
  return valueText('name', value, reader);
}

function siteName(data: EntryData, subjectType: string | null, reader: Reader): string | null {
  return nameIn(data.site ?? (subjectType === 'site' ? data.subjectName : null), reader);
}

function isAccountField(field: string): boolean {
  return (accountFields as readonly string[]).includes(field);
}

/** What a reader of some sites may see changed: of accounts, of a site's name, of a visit's state. */
function isOpenToSome(field: string): boolean {
  return isAccountField(field) || field === 'name' || field === 'state';
}

/** Those of an account as its form has them, the others as they come. */
function inOrder(fields: readonly string[]): string[] {
  return [
    ...accountFields.filter((field) => fields.includes(field)),
    ...fields.filter((field) => !isAccountField(field)),
  ];
}

/** For one walk: people recur. */
export function personalValues(db: ReadDb): (id: string) => string | null {
  const value = db.statement<{ value: string }>('select value from personal_value where id = ?');
  const known = new Map<string, string | null>();
  return (id) => {
    const kept = known.get(id);
    if (kept !== undefined) return kept;
    const found = value.get(id)?.value ?? null;
    known.set(id, found);
    return found;
  };
}
