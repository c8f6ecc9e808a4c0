import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

interface SendNowProps {
  /** What the button is about: the id of the address. */
  describedBy: string;
  pending: boolean;
  onSend: () => void;
}

/** Tries one mail again at once. What comes of it shows where its state stands. */
export function SendNow({ describedBy, pending, onSend }: SendNowProps) {
  const { t } = useTranslation('mail');
  return (
    <Button
      variant="text"
      aria-describedby={describedBy}
      disabled={pending}
      onClick={onSend}
      sx={{ height: 28, flexShrink: 0, mr: -2 }}
    >
      {t('sendNow')}
    </Button>
  );
}
