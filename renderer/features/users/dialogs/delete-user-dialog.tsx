import { useTranslation } from 'react-i18next';
import type { UserDetail } from '../../../../core/contract/users';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useFormat } from '../../../i18n/format';
import { useRequest, useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { Consequences } from './consequences';

interface DeleteUserDialogProps {
  user: UserDetail;
  onClose: () => void;
}

export function DeleteUserDialog({ user, onClose }: DeleteUserDialogProps) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const name = user.displayName;
  const { data: backups } = useRequest('backups.notice', {});
  const erase = useSend('users.delete', {
    onSuccess: () => {
      notify(t('delete.done', { name }));
      onClose();
    },
  });
  return (
    <FormDialog
      open
      destructive
      title={t('acts.delete')}
      intro={t('delete.intro', { name, email: user.email })}
      submitLabel={t('acts.delete')}
      pending={erase.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        erase.mutate({ id: user.id });
      }}
      alert={<RefusalAlert error={erase.error} />}
    >
      <Consequences
        lines={[
          user.status === 'active' && t('delete.access', { count: user.openSessions }),
          t('delete.erased'),
          t('delete.stays'),
          backups !== undefined &&
            backups.doneAt !== null &&
            t('delete.backups', { date: format.date(backups.heldUntil) }),
          user.reactivation !== null && t('delete.invitation'),
          t('delete.forGood'),
        ]}
      />
    </FormDialog>
  );
}
