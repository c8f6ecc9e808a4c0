import { InvitationReadyDialog } from '../../../components/invitation/invitation-ready-dialog';
import { AddUserDialog } from '../dialogs/add-user-dialog';
import { ChangeEmailDialog } from '../dialogs/change-email-dialog';
import { DeactivateUserDialog } from '../dialogs/deactivate-user-dialog';
import { DeleteUserDialog } from '../dialogs/delete-user-dialog';
import { EditUserDialog } from '../dialogs/edit-user-dialog';
import { InvitationRefusedDialog } from '../dialogs/invitation-refused-dialog';
import { InviteUserDialog } from '../dialogs/invite-user-dialog';
import { PrintSlipDialog } from '../dialogs/print-slip-dialog';
import { ReactivateUserDialog } from '../dialogs/reactivate-user-dialog';
import { RemoveInvitationDialog } from '../dialogs/remove-invitation-dialog';
import { ResetPasswordDialog } from '../dialogs/reset-password-dialog';
import { TemporaryPasswordDialog } from '../dialogs/temporary-password-dialog';
import { InviteManyDialog } from '../many/invite-many-dialog';
import type { Act } from './act';
import { WithSites } from './with-sites';
import { WithUser } from './with-user';

interface ActDialogsProps {
  act: Act | null;
  onAct: (act: Act) => void;
  onClose: () => void;
}

/** The dialog of the act that is under way: one at a time, and one can lead to the next. */
export function ActDialogs({ act, onAct, onClose }: ActDialogsProps) {
  const next = { onAct, onClose };
  switch (act?.kind) {
    case 'add':
      return <WithSites>{(sites) => <AddUserDialog sites={sites} {...next} />}</WithSites>;
    case 'invite':
      return <WithSites>{(sites) => <InviteUserDialog sites={sites} {...next} />}</WithSites>;
    case 'inviteMany':
      return <WithSites>{(sites) => <InviteManyDialog sites={sites} onClose={onClose} />}</WithSites>;
    case 'edit':
      return (
        <WithSites>
          {() => (
            <WithUser key={act.userId} userId={act.userId} act="edit" onClose={onClose}>
              {(user, reload) => <EditUserDialog user={user} reload={reload} onClose={onClose} />}
            </WithUser>
          )}
        </WithSites>
      );
    case 'changeEmail':
      return (
        <WithUser userId={act.userId} act="changeEmail" onClose={onClose}>
          {(user, reload) => <ChangeEmailDialog user={user} reload={reload} onClose={onClose} />}
        </WithUser>
      );
    case 'reactivate':
      return (
        <WithSites>
          {(sites) => (
            <WithUser userId={act.userId} act="reactivate" onClose={onClose}>
              {(user) => <ReactivateUserDialog user={user} sites={sites} prefill={act.prefill} {...next} />}
            </WithUser>
          )}
        </WithSites>
      );
    case 'deactivate':
      return (
        <WithUser userId={act.userId} act="deactivate" onClose={onClose}>
          {(user) => <DeactivateUserDialog user={user} onClose={onClose} />}
        </WithUser>
      );
    case 'delete':
      return (
        <WithUser userId={act.userId} act="delete" onClose={onClose}>
          {(user) => <DeleteUserDialog user={user} onClose={onClose} />}
        </WithUser>
      );
    case 'resetPassword':
      return <ResetPasswordDialog user={act.user} {...next} />;
    case 'temporaryPassword':
      return (
        <TemporaryPasswordDialog
          userId={act.userId}
          password={act.password}
          name={act.name}
          onClose={onClose}
        />
      );
    case 'removeInvitation':
      return <RemoveInvitationDialog invitation={act.invitation} onClose={onClose} />;
    case 'invitationReady':
      return <InvitationReadyDialog ready={act.ready} onClose={onClose} />;
    case 'slipReady':
      return <PrintSlipDialog renewed={act.renewed} onClose={onClose} />;
    case 'invitationRefused':
      return (
        <InvitationRefusedDialog act={act.act} invitation={act.invitation} error={act.error} {...next} />
      );
    default:
      return null;
  }
}
