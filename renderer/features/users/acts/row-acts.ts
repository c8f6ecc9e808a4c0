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
  remove: 'invitation.remove',
};

export function isWithinReach(row: Pick<ActSubject, 'role' | 'otherSites'>, { everywhere }: Rights): boolean {
  return everywhere || (row.role === 'member' && row.otherSites === 0);
}

/** What the signed-in person can do with a row, in the order it is offered. Empty: no menu. */
export function rowActs(row: ActSubject, rights: Rights): RowAct[] {
  if (!isWithinReach(row, rights)) return [];
  return candidates(row, row.id === rights.ownId).filter(({ name }) => rights.can(permissionOf[name]));
}

function candidates(row: ActSubject, own: boolean): RowAct[] {
  if (row.kind === 'invitation') {
    return invitationActs({ invitationId: row.id, email: row.email, reactivates: false });
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
    return [reactivate, ...invitationActs(invitation), erase];
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

function invitationActs(invitation: InvitationSubject): RowAct[] {
  return [
    { name: 'resend', act: { kind: 'resend', invitation } },
    { name: 'remove', act: { kind: 'removeInvitation', invitation } },
  ];
}
