import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { errorData, type RequestError } from '../../../ipc/client';
import type { Act, InvitationSubject } from '../acts/act';

interface InvitationRefusedDialogProps {
  /** What was refused. */
  act: 'resend' | 'printSlip';
  invitation: InvitationSubject;
  error: RequestError;
  onClose: () => void;
  onAct: (act: Act) => void;
}

/** An act on an invitation that runs at once has no form to say a refusal in: this is its place, with another try. */
export function InvitationRefusedDialog(props: InvitationRefusedDialogProps) {
  const { act, invitation, error, onClose, onAct } = props;
  const { t } = useTranslation('users');
  // Nothing can be printed for it any more, but it can be sent again.
  const expired = act === 'printSlip' && errorData(error, 'invitation.expired') !== null;
  return (
    <FormDialog
      open
      title={t(`acts.${act}`)}
      intro={t(`${act}.intro`, { email: invitation.email })}
      submitLabel={t(`acts.${act}`)}
      pending={false}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        onAct({ kind: act, invitation });
      }}
      alert={
        <RefusalAlert
          error={error}
          action={
            expired && (
              <Button onClick={() => onAct({ kind: 'resend', invitation })}>{t('acts.resend')}</Button>
            )
          }
        />
      }
    />
  );
}
