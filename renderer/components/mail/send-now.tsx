import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../i18n/error-text';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

interface SendNowProps {
  invitationId: string;
  /** What the button is about: the id of the address. */
  describedBy: string;
}

/** Tries one mail again at once. What comes of it shows where its state stands; a refusal in the line after an act. */
export function SendNow({ invitationId, describedBy }: SendNowProps) {
  const { t } = useTranslation('mail');
  const text = useErrorText();
  const send = useSend('invitations.sendNow', { onError: ({ error }) => notify(text(error)) });
  return (
    <Button
      variant="text"
      aria-describedby={describedBy}
      disabled={send.isPending}
      onClick={() => send.mutate({ id: invitationId })}
      sx={{ height: 28, flexShrink: 0, mr: -2 }}
    >
      {t('sendNow')}
    </Button>
  );
}
