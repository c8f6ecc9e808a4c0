import type { ReadDb } from '../../db/types';
import type { RoleModel } from '../../domain/role';
import { operationsOf } from './person-past';
import { momentOf } from './readings';
import type { Period } from './spans';

interface Operation<P> {
  reading: string;
  patch: P;
}

export interface SitePast {
  id: string;
  /** What it is called now. */
  name: string;
  /** While it was open. */
  open: Period;
  /** What it was called at a moment, UTC ms; before it was made: its first name. */
  nameAt(moment: number): string;
}

const current = 'select name, created_hlc as createdHlc from site where id = ? and deleted_hlc is null';

/** `null` when there is no such site. */
export function sitePast(db: ReadDb, id: string): SitePast | null {
  const row = db.statement<{ name: string; createdHlc: string }>(current).get(id);
  if (row === undefined) return null;
  const operations = read<{ name?: string; archived_at?: number | null }>(db, id);
  const names = operations.flatMap(({ reading, patch: { name } }) =>
    name === undefined ? [] : [{ at: momentOf(reading), name }],
  );
  const closed = operations.findLast(({ patch }) => patch.archived_at !== undefined);
  const until =
    closed === undefined || closed.patch.archived_at === null
      ? null
      : { at: momentOf(closed.reading), reading: closed.reading };
  return {
    id,
    name: row.name,
    open: { from: { at: momentOf(row.createdHlc), reading: row.createdHlc }, until },
    nameAt: (moment) => (names.findLast(({ at }) => at <= moment) ?? names[0])?.name ?? row.name,
  };
}

const organisation = `select id, role_model as roleModel, created_at as createdAt from organisation
  where deleted_hlc is null`;

/** Since when there is an organisation, UTC ms, and by which model its roles were named at a moment. */
export function organisationPast(db: ReadDb, moment: number): { begun: number; roleModel: RoleModel } {
  const row = db.statement<{ id: string; roleModel: RoleModel; createdAt: number }>(organisation).get();
  if (row === undefined) return { begun: Number.POSITIVE_INFINITY, roleModel: 'three' };
  const models = read<{ role_model?: RoleModel }>(db, row.id).flatMap(({ reading, patch }) =>
    patch.role_model === undefined ? [] : [{ at: momentOf(reading), model: patch.role_model }],
  );
  const model = (models.findLast(({ at }) => at <= moment) ?? models[0])?.model ?? row.roleModel;
  return { begun: row.createdAt, roleModel: model };
}

function read<P>(db: ReadDb, id: string): Operation<P>[] {
  return db
    .statement<{ patch: string; reading: string }>(operationsOf)
    .all(id)
    .map(({ patch, reading }) => ({ reading, patch: JSON.parse(patch) as P }));
}
