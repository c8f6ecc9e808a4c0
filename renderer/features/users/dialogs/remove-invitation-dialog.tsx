import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import type { InvitationSubject } from '../acts/act';

interface RemoveInvitationDialogProps {
  invitation: InvitationSubject;
  onClose: () => void;
}

export function RemoveInvitationDialog({ invitation, onClose }: RemoveInvitationDialogProps) {
  const { t } = useTranslation('users');
  const { invitationId, email, reactivates } = invitation;
  const remove = useSend('invitations.remove', {
    onSuccess: () => {
      notify(t('remove.done', { email }));
      onClose();
    },
  });
  return (
    <FormDialog
      open
      destructive
      title={t('acts.remove')}
      intro={t('remove.intro', { email })}
      submitLabel={t('acts.remove')}
      pending={remove.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate({ id: invitationId });
      }}
      alert={<RefusalAlert error={remove.error} />}
    >
      <Typography>
        {reactivates && `${t('remove.staysInactive')} `}
        {t('remove.forGood')}
      </Typography>
    </FormDialog>
  );
}
