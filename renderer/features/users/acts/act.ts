import type { RequestOutput } from '../../../../core/contract/index';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import type { Role } from '../../../../core/domain/role';
import type { RequestError } from '../../../ipc/client';

/** A person an act is about, held by value: the list may refresh or move on while the dialog is open. */
export interface UserSubject {
  id: string;
  email: string;
  displayName: string;
}

export interface InvitationSubject {
  invitationId: string;
  email: string;
  /** The account it would bring back, when it is a reactivation. */
  reactivates: boolean;
}

/** What was typed into another dialog and still holds in the next one. */
export interface AccessPrefill {
  role: Role;
  siteIds: string[];
}

/** The one dialog that is open. */
export type Act =
  | { kind: 'add' }
  | { kind: 'invite' }
  | { kind: 'inviteMany' }
  | { kind: 'edit'; userId: string }
  | { kind: 'changeEmail'; userId: string }
  | { kind: 'resetPassword'; user: UserSubject }
  | { kind: 'deactivate'; userId: string }
  | { kind: 'delete'; userId: string }
  | { kind: 'reactivate'; userId: string; prefill: AccessPrefill | null }
  | { kind: 'temporaryPassword'; userId: string; password: string; name: string }
  /** These two run at once; what opens is their outcome. */
  | { kind: 'resend'; invitation: InvitationSubject }
  | { kind: 'printSlip'; invitation: InvitationSubject }
  | {
      kind: 'invitationRefused';
      act: 'resend' | 'printSlip';
      invitation: InvitationSubject;
      error: RequestError;
    }
  | { kind: 'removeInvitation'; invitation: InvitationSubject }
  | { kind: 'invitationReady'; ready: ReadyInvitation }
  | { kind: 'slipReady'; renewed: RequestOutput<'invitations.renewCode'> };
