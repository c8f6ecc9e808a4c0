import type { ReadDb } from '../../db/types';
import type { Role } from '../../domain/role';
import { momentOf } from './readings';
import type { PersonState } from './spans';

interface Operation {
  patch: string;
  reading: string;
}

/** What an operation on a person can write of what matters here, by the columns' names. */
interface Patch {
  status?: string;
  role?: Role | null;
  leaves_at?: number | null;
  conflict_of?: string | null;
  deleted_hlc?: string;
  display_name?: { $personal: string };
  email?: { $personal: string };
}

/** Ids of personal values. */
export interface Called {
  name: string;
  email: string;
}

/** Somebody's account over time, as the change log of all desks tells it. */
export interface PersonPast {
  /** Oldest first. */
  states: PersonState[];
  /** What they were called at a moment, UTC ms. */
  calledAt(moment: number): Called;
}

/** Every change of one record, oldest first by the clock that desks share. The condition on the table is the index's. */
export const operationsOf = `
  select patch, hlc as reading from change_op
  where tbl in ('organisation', 'site', 'user') and pk = ? order by hlc`;

/** Columns merge one by one, the latest reading wins: so what holds at a moment is what was written last before it. */
export function personPast(db: ReadDb, userId: string): PersonPast {
  const states: PersonState[] = [];
  const called: (Called & { at: number })[] = [];
  const now = {
    status: 'inactive',
    role: null as Role | null,
    leavesAt: null as number | null,
    leavesSet: '',
    apart: false,
  };
  let names: Called = { name: '', email: '' };

  for (const { patch: text, reading } of db.statement<Operation>(operationsOf).all(userId)) {
    const patch = JSON.parse(text) as Patch;
    const at = momentOf(reading);
    now.status = patch.status ?? now.status;
    if (patch.role !== undefined) now.role = patch.role;
    if (patch.leaves_at !== undefined) Object.assign(now, { leavesAt: patch.leaves_at, leavesSet: reading });
    if (patch.conflict_of !== undefined) now.apart = patch.conflict_of !== null;
    // A tombstone wins over every edit.
    if (patch.deleted_hlc !== undefined) now.status = 'gone';
    const role = now.status === 'active' && !now.apart ? now.role : null;
    const last = states.at(-1);
    if (last === undefined || last.role !== role || last.leavesAt !== now.leavesAt) {
      states.push({ at, reading, role, leavesAt: now.leavesAt, leavesSet: now.leavesSet });
    }
    if (patch.display_name === undefined && patch.email === undefined) continue;
    names = {
      name: patch.display_name?.$personal ?? names.name,
      email: patch.email?.$personal ?? names.email,
    };
    called.push({ at, ...names });
  }
  return {
    states,
    calledAt: (moment) => called.findLast(({ at }) => at <= moment) ?? called[0] ?? { name: '', email: '' },
  };
}
