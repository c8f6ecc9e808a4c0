import type { Tx } from '../../db/types';
import type { Erasure } from '../../ports';
import { eraseInvitation, eraseInvitationsOf } from '../invitations/erase-invitations';
import { readInvitation } from '../invitations/invitation-rows';
import { forgetSessionsOf } from '../sessions/end-sessions';
import { erasePerson } from '../users/erase-person';
import { hasQualifiedAdmin } from '../users/qualified-admins';
import { readUser, type UserFacts } from '../users/user-rows';
import { anonymiseVisit } from '../visits/visit-rows';
import { alive } from './erased';
import type { Eraser } from './eraser';

/** What was erased again, in numbers, and who couldn't be. */
export interface AppliedErasures {
  users: number;
  invitations: number;
  visits: number;
  /**
   * Erased since, but the only Tenant-Admin who can sign in of an older state: without them nobody could. They are erased
   * as soon as the app starts and another one can.
   */
  kept: { id: string; displayName: string }[];
}

/**
 * Erases again whoever of a list a database still knows, as it does after an older one was put back. All through the code that
 * erased them first; one audit entry tells how many, when there were any.
 */
export function applyErasures(tx: Tx, deps: Eraser, erasures: readonly Erasure[]): AppliedErasures {
  const { erased, kept } = erasePeople(tx, deps, erasures);
  const invitations = eraseInvitations(tx, deps, erasures);
  const visits = alive(tx, 'visit', erasures);
  for (const id of visits) anonymiseVisit(tx, id);
  const applied = { users: erased.length, invitations, visits: visits.length, kept };
  if (applied.users + invitations + applied.visits === 0) return applied;
  tx.audit({
    action: 'erasure.reapply',
    data: { users: applied.users, invitations, visits: applied.visits, keptAdmins: kept.length },
  });
  tx.afterCommit(() => {
    deps.announce({ kind: 'directory' });
    deps.announce({ kind: 'visits' });
  });
  return applied;
}

function erasePeople(tx: Tx, deps: Eraser, erasures: readonly Erasure[]) {
  const people = alive(tx, 'user', erasures).flatMap((id) => readUser(tx, id) ?? []);
  const erased: UserFacts[] = [];
  const kept: AppliedErasures['kept'] = [];
  for (const person of people) {
    if (isLastAdmin(tx, person)) {
      kept.push({ id: person.id, displayName: person.displayName });
      continue;
    }
    forgetSessionsOf(tx, deps.announce, person.id);
    erasePerson(tx, deps, person);
    erased.push(person);
  }
  if (erased.length > 0) eraseInvitationsOf(tx, deps, erased, null);
  return { erased, kept };
}

function isLastAdmin(tx: Tx, { id, role }: UserFacts): boolean {
  return role === 'tenant_admin' && hasQualifiedAdmin(tx) && !hasQualifiedAdmin(tx, { except: id });
}

function eraseInvitations(tx: Tx, deps: Eraser, erasures: readonly Erasure[]): number {
  const ids = alive(tx, 'invitation', erasures);
  for (const id of ids) {
    const found = readInvitation(tx, id);
    if (found !== undefined) eraseInvitation(tx, deps, found, null);
  }
  return ids.length;
}
