import type { NewRow, ReadDb, Tx } from '../../db/types';
import type { RoleModel } from '../../domain/role';
import { AppError } from '../../errors/app-error';

export interface OrganisationFacts {
  id: string;
  name: string;
  roleModel: RoleModel;
}

/** Asked with every request (is set-up done?), so it is a prepared statement. */
const only = 'select id, name, role_model as roleModel from organisation where deleted_hlc is null limit 1';

/** The tenant, or `null` before set-up. */
export function readOrganisation(db: ReadDb): OrganisationFacts | null {
  return db.statement<OrganisationFacts>(only).get() ?? null;
}

/** Error: `setup.required`. */
export function requireOrganisation(db: ReadDb): OrganisationFacts {
  const found = readOrganisation(db);
  if (found === null) throw new AppError('setup.required');
  return found;
}

export function insertOrganisation(tx: Tx, row: NewRow<'organisation'>): void {
  tx.insert('organisation', row);
}
