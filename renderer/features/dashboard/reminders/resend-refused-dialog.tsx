import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import type { RequestError } from '../../../ipc/client';

interface ResendRefusedDialogProps {
  email: string;
  error: RequestError;
  onClose: () => void;
  onAgain: () => void;
}

/** A resend that was refused has no form to say so in: this is its place, with another try. */
export function ResendRefusedDialog({ email, error, onClose, onAgain }: ResendRefusedDialogProps) {
  const { t } = useTranslation('users');
  return (
    <FormDialog
      open
      title={t('acts.resend')}
      intro={t('resend.intro', { email })}
      submitLabel={t('acts.resend')}
      pending={false}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        onAgain();
      }}
      alert={<RefusalAlert error={error} />}
    />
  );
}
