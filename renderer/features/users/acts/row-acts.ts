import type { Permission } from '../../../../core/access/permissions';
import type { ListRow } from '../../../../core/contract/users';
import type { Act, InvitationSubject } from './act';

export type RowActName =
  | 'edit'
  | 'resetPassword'
  | 'deactivate'
  | 'reactivate'
  | 'delete'
  | 'resend'
  | 'printSlip'
  | 'remove';

export interface RowAct {
  /** Key of its label under `acts`. */
  name: RowActName;
  act: Act;
}

/** The part of a row (or of an opened person) that decides what can be done with it. */
export type ActSubject = Pick<
  ListRow,
  'id' | 'kind' | 'email' | 'displayName' | 'status' | 'role' | 'otherSites' | 'reactivation'
>;

/** What the signed-in person may do, and with whom. */
export interface Rights {
  can: (permission: Permission) => boolean;
  /** All sites are theirs; else they reach Members whose sites are all within their own (product.md §2). */
  everywhere: boolean;
  ownId: string;
}

const permissionOf: Record<RowActName, Permission> = {
  edit: 'user.update',
  resetPassword: 'user.resetPassword',
  deactivate: 'user.deactivate',
  reactivate: 'user.reactivate',
  delete: 'user.delete',
  resend: 'invitation.resend',
  printSlip: 'invitation.resend',
  remove: 'invitation.remove',
};

export function isWithinReach(row: Pick<ActSubject, 'role' | 'otherSites'>, { everywhere }: Rights): boolean {
  return everywhere || (row.role === 'member' && row.otherSites === 0);
}

/** What the signed-in person can do with a row, in the order it is offered. Empty: no menu. `now` is main's clock. */
export function rowActs(row: ActSubject, rights: Rights, now: number): RowAct[] {
  if (!isWithinReach(row, rights)) return [];
  return candidates(row, row.id === rights.ownId, now).filter(({ name }) => rights.can(permissionOf[name]));
}

function candidates(row: ActSubject, own: boolean, now: number): RowAct[] {
  if (row.kind === 'invitation') {
    const invitation = { invitationId: row.id, email: row.email, reactivates: false };
    return invitationActs(invitation, row.status === 'pending');
  }
  const user = { id: row.id, email: row.email, displayName: row.displayName ?? row.email };
  const erase: RowAct = { name: 'delete', act: { kind: 'delete', userId: row.id } };
  if (row.status === 'inactive') {
    const reactivate: RowAct = {
      name: 'reactivate',
      act: { kind: 'reactivate', userId: row.id, prefill: null },
    };
    if (row.reactivation === null) return [reactivate, erase];
    const invitation = { invitationId: row.reactivation.invitationId, email: row.email, reactivates: true };
    return [reactivate, ...invitationActs(invitation, row.reactivation.expiresAt > now), erase];
  }
  const edit: RowAct = { name: 'edit', act: { kind: 'edit', userId: row.id } };
  // Nobody resets, deactivates or deletes themselves (product.md §2): those rules would only refuse.
  if (own) return [edit];
  return [
    edit,
    { name: 'resetPassword', act: { kind: 'resetPassword', user } },
    { name: 'deactivate', act: { kind: 'deactivate', userId: row.id } },
    erase,
  ];
}

/** @param pending it can still be accepted; a slip of an expired one would only be refused. */
function invitationActs(invitation: InvitationSubject, pending: boolean): RowAct[] {
  const printSlip: RowAct = { name: 'printSlip', act: { kind: 'printSlip', invitation } };
  return [
    { name: 'resend', act: { kind: 'resend', invitation } },
    ...(pending ? [printSlip] : []),
    { name: 'remove', act: { kind: 'removeInvitation', invitation } },
  ];
}
