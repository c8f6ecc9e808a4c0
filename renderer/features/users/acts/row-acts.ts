import type { Permission } from '../../../../core/access/permissions';
import type { ListRow } from '../../../../core/contract/users';
import type { Act, InvitationSubject } from './act';

export type RowActName = 'edit' | 'resetPassword' | 'deactivate' | 'reactivate' | 'resend' | 'remove';

export interface RowAct {
  /** Key of its label under `acts`. */
  name: RowActName;
  act: Act;
}

/** The part of a row (or of an opened person) that decides what can be done with it. */
export type ActSubject = Pick<ListRow, 'id' | 'kind' | 'email' | 'displayName' | 'status' | 'reactivation'>;

const permissionOf: Record<RowActName, Permission> = {
  edit: 'user.update',
  resetPassword: 'user.resetPassword',
  deactivate: 'user.deactivate',
  reactivate: 'user.reactivate',
  resend: 'invitation.resend',
  remove: 'invitation.remove',
};

/** What the signed-in person can do with a row, in the order it is offered. Empty: no menu. */
export function rowActs(row: ActSubject, can: (permission: Permission) => boolean, ownId: string): RowAct[] {
  return candidates(row, row.id === ownId).filter(({ name }) => can(permissionOf[name]));
}

function candidates(row: ActSubject, own: boolean): RowAct[] {
  if (row.kind === 'invitation') {
    return invitationActs({ invitationId: row.id, email: row.email, reactivates: false });
  }
  const user = { id: row.id, email: row.email, displayName: row.displayName ?? row.email };
  if (row.status === 'inactive') {
    const reactivate: RowAct = {
      name: 'reactivate',
      act: { kind: 'reactivate', userId: row.id, prefill: null },
    };
    if (row.reactivation === null) return [reactivate];
    const invitation = { invitationId: row.reactivation.invitationId, email: row.email, reactivates: true };
    return [reactivate, ...invitationActs(invitation)];
  }
  const edit: RowAct = { name: 'edit', act: { kind: 'edit', userId: row.id } };
  // Nobody resets or deactivates themselves (product.md §2): those rules would only refuse.
  if (own) return [edit];
  return [
    edit,
    { name: 'resetPassword', act: { kind: 'resetPassword', user } },
    { name: 'deactivate', act: { kind: 'deactivate', userId: row.id } },
  ];
}

function invitationActs(invitation: InvitationSubject): RowAct[] {
  return [
    { name: 'resend', act: { kind: 'resend', invitation } },
    { name: 'remove', act: { kind: 'removeInvitation', invitation } },
  ];
}
