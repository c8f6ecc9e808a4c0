import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../core/contract/visits';
import { FormDialog } from '../../components/form-dialog';
import { RefusalAlert } from '../../components/refusal-alert';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

interface CancelVisitDialogProps {
  visit: VisitRow;
  onClose: () => void;
}

export function CancelVisitDialog({ visit, onClose }: CancelVisitDialogProps) {
  const { t } = useTranslation('visits');
  const visitor = visit.visitorName ?? t('row.nameRemoved');
  const cancel = useSend('visits.cancel', {
    onSuccess: () => {
      notify(t('cancel.done', { visitor }));
      onClose();
    },
  });
  return (
    <FormDialog
      open
      destructive
      title={t('acts.cancel')}
      intro={t('cancel.intro', { visitor, host: visit.hostName })}
      submitLabel={t('acts.cancel')}
      pending={cancel.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        cancel.mutate({ id: visit.id });
      }}
      alert={<RefusalAlert error={cancel.error} />}
    />
  );
}
