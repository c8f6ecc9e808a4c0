import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../core/contract/mail';
import { useNow } from '../../ipc/app-state';
import { Notice } from '../notice';
import { deliveryTones, useDeliveryTexts } from './use-delivery-texts';

interface DeliveryNoticeProps {
  email: string;
  /** `null`: none was written, because the desk has no mail server. */
  mail: Delivery | null;
}

/** What happens to the mail of an invitation, in a sentence, and why. It moves by itself. */
export function DeliveryNotice({ email, mail }: DeliveryNoticeProps) {
  const { t } = useTranslation('mail');
  const texts = useDeliveryTexts(useNow());
  if (mail === null) return <Notice>{t('sentence.none')}</Notice>;
  const reason = texts.reason(mail);
  const wrong = deliveryTones[mail.state] === 'expired' || reason !== null;
  return (
    <Notice tone={wrong ? 'pending' : 'quiet'}>
      {mail.state === 'queued' && reason !== null
        ? t('sentence.retry', { email, when: texts.when(mail) })
        : t(`sentence.${mail.state}`, { email })}
      {reason !== null && mail.state !== 'unconfirmed' && (
        <Typography variant="caption" component="p" color="secondInk" sx={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Typography>
      )}
    </Notice>
  );
}
