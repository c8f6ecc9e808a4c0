import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { DialogStep } from '../../../components/step-dialog';
import { SendingProgress } from './sending-progress';

interface SendingStepProps {
  done: number;
  total: number;
  onStop: () => void;
}

export function SendingStep({ done, total, onStop }: SendingStepProps) {
  const { t } = useTranslation('many');
  return (
    <DialogStep
      intro={t('sending.intro')}
      onSubmit={onStop}
      foot={<Button type="submit">{t('sending.stop')}</Button>}
    >
      <SendingProgress done={done} total={total} />
    </DialogStep>
  );
}
