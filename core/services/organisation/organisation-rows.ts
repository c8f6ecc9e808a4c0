import type { NewRow, ReadDb, RowPatch, Tx } from '../../db/types';
import type { RoleModel } from '../../domain/role';
import { type OrganisationSettings, settingDefaults } from '../../domain/settings';
import { AppError } from '../../errors/app-error';

export interface OrganisationFacts extends OrganisationSettings {
  id: string;
  version: number;
  name: string;
  roleModel: RoleModel;
}

/** Asked with every request (is set-up done? who may what?), so it is a prepared statement. */
const only = `select id, version, name, role_model as roleModel, delegation, initial_password as initialPassword,
  temporary_password_hours as temporaryPasswordHours, idle_lock_minutes as idleLockMinutes,
  visit_retention_days as visitRetentionDays
  from organisation where deleted_hlc is null limit 1`;

/** The tenant, or `null` before set-up. */
export function readOrganisation(db: ReadDb): OrganisationFacts | null {
  const row = db.statement<Omit<OrganisationFacts, 'delegation'> & { delegation: 0 | 1 }>(only).get();
  return row === undefined ? null : { ...row, delegation: row.delegation === 1 };
}

/** Error: `setup.required`. */
export function requireOrganisation(db: ReadDb): OrganisationFacts {
  const found = readOrganisation(db);
  if (found === null) throw new AppError('setup.required');
  return found;
}

export function insertOrganisation(tx: Tx, row: NewRow<'organisation'>): void {
  tx.insert('organisation', { ...settingDefaults, ...row });
}

export function patchOrganisation(tx: Tx, id: string, patch: RowPatch<'organisation'>): void {
  tx.update('organisation', id, patch);
}
