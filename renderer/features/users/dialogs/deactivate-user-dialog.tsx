import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { UserDetail } from '../../../../core/contract/users';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useNow } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { useRowTexts } from '../list/use-row-texts';

interface DeactivateUserDialogProps {
  user: UserDetail;
  onClose: () => void;
}

export function DeactivateUserDialog({ user, onClose }: DeactivateUserDialogProps) {
  const { t } = useTranslation('users');
  const texts = useRowTexts(useNow());
  const name = user.displayName;
  const deactivate = useSend('users.deactivate', {
    onSuccess: () => {
      notify(t('deactivate.done', { name }));
      onClose();
    },
  });
  const access = `${texts.role(user)}, ${texts.sites(user)}`;

  return (
    <FormDialog
      open
      destructive
      title={t('acts.deactivate')}
      intro={t('deactivate.intro', { name, email: user.email })}
      submitLabel={t('acts.deactivate')}
      pending={deactivate.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        deactivate.mutate({ id: user.id });
      }}
      alert={<RefusalAlert error={deactivate.error} />}
    >
      <Box component="ul" sx={{ m: 0, pl: 4.5, display: 'grid', gap: 1.5 }}>
        <Typography component="li">{t('deactivate.sessions', { count: user.openSessions })}</Typography>
        <Typography component="li">{t('deactivate.detached', { access })}</Typography>
        <Typography component="li">{t('deactivate.wayBack')}</Typography>
      </Box>
    </FormDialog>
  );
}
