import type { AuditValue, Personal } from '../../db/types';

/** A name or an address in an audit entry: kept where it can be erased with the person. */
export function personal(personId: string, value: string): Personal {
  return { personal: { personId, value } };
}

/** Before → after; leaves out what didn't change. */
export function changes(
  fields: Record<string, { before: AuditValue; after: AuditValue }>,
): Record<string, AuditValue> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, { before, after }]) => JSON.stringify(before) !== JSON.stringify(after),
    ),
  );
}
