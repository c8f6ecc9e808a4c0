import { isNull } from 'drizzle-orm';
import { organisation } from '../../db/schema';
import type { NewRow, ReadDb, Tx } from '../../db/types';
import type { RoleModel } from '../../domain/role';
import { AppError } from '../../errors/app-error';

export interface OrganisationFacts {
  id: string;
  name: string;
  roleModel: RoleModel;
}

/** The tenant, or `null` before set-up. */
export function readOrganisation(db: ReadDb): OrganisationFacts | null {
  const row = db.orm
    .select({ id: organisation.id, name: organisation.name, roleModel: organisation.roleModel })
    .from(organisation)
    .where(isNull(organisation.deletedHlc))
    .get();
  return row ?? null;
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
