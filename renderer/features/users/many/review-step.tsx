import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalAlert } from '../../../components/refusal-alert';
import { DialogStep } from '../../../components/step-dialog';
import { RequestError } from '../../../ipc/client';
import { type Checked, sorted } from './lines';
import { ReviewLines } from './review-lines';
import { useFateTexts } from './use-fate-texts';

interface ReviewStepProps {
  checked: Checked;
  /** Whether pending invitations are sent again. */
  resend: boolean;
  onResend: (resend: boolean) => void;
  onBack: () => void;
  onSend: () => void;
}

export function ReviewStep({ checked, resend, onResend, onBack, onSend }: ReviewStepProps) {
  const { t } = useTranslation('many');
  const texts = useFateTexts();
  const { send, leave } = useMemo(() => sorted(checked, resend), [checked, resend]);
  const [pressed, setPressed] = useState(false);
  const nobody = pressed && send.length === 0;
  return (
    <DialogStep
      intro={t('review.intro', {
        count: send.length,
        access: texts.access(checked.access.role, checked.siteNames),
      })}
      alert={<RefusalAlert error={limitOf(checked) ?? (nobody ? nobodyLeft : null)} />}
      onSubmit={() => (send.length === 0 ? setPressed(true) : onSend())}
      foot={
        <>
          <Button onClick={onBack}>{t('review.back')}</Button>
          <Button type="submit" variant="contained">
            {t('review.submit')}
          </Button>
        </>
      }
    >
      <ReviewLines checked={checked} send={send} leave={leave} resend={resend} onResend={onResend} />
    </DialogStep>
  );
}

const nobodyLeft = new RequestError({ code: 'list.nobody_left', data: {} });

/** The licence leaves lines without a seat: what is used of it, and what can be done. */
function limitOf({ seats, lines }: Checked): RequestError | null {
  if (seats === null) return null;
  const short = lines.filter(({ outcome }) => outcome === 'noSeat').length;
  return new RequestError({ code: 'list.no_seats', data: { ...seats, lines: short } });
}
