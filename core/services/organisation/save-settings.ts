import type { AuditValue, RowPatch, Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import { changes } from '../audit-log/personal';
import { type OrganisationFacts, patchOrganisation, requireOrganisation } from './organisation-rows';

/** What Settings can change of the tenant. */
export type Settings = Omit<OrganisationFacts, 'id' | 'version'>;

interface Save {
  before: OrganisationFacts;
  /** The version the edit was made from. */
  version: number;
  after: Partial<Settings>;
  action: 'organisation.update' | 'security.update';
}

/**
 * Writes and audits what differs; answers the fields that did and the version now. An edit made from an older version
 * is refused as soon as it would overwrite anything: Organisation and Security are two pages of one row.
 * Error: `organisation.changed_meanwhile`.
 */
export function saveSettings(
  tx: Tx,
  { before, version, after, action }: Save,
): { changed: ReadonlySet<string>; version: number } {
  const changed = changes(
    Object.fromEntries(
      Object.entries(after).map(([field, value]): [string, { before: AuditValue; after: AuditValue }] => [
        field,
        { before: before[field as keyof Settings], after: value },
      ]),
    ),
  );
  const fields = new Set(Object.keys(changed));
  if (fields.size === 0) return { changed: fields, version: before.version };
  if (before.version !== version) throw new AppError('organisation.changed_meanwhile');
  patchOrganisation(tx, before.id, after satisfies RowPatch<'organisation'>);
  tx.audit({ action, subject: { type: 'organisation', id: before.id }, data: changed });
  return { changed: fields, version: requireOrganisation(tx).version };
}
