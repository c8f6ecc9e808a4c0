import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SendNow } from '../../../components/mail/send-now';
import { canBeSentNow, deliveryTones, useDeliveryTexts } from '../../../components/mail/use-delivery-texts';
import { RefusalAlert } from '../../../components/refusal-alert';
import { StatusLabel } from '../../../components/status-label';
import { useNow } from '../../../ipc/app-state';
import { useRequest, useSend } from '../../../ipc/query';
import type { ActSubject } from '../acts/row-acts';
import { isWithinReach } from '../acts/row-acts';
import { useRights } from '../acts/use-rights';
import { SheetSection } from './sheet-section';

interface InvitationMailProps {
  invitationId: string;
  /** Whom it invites: whether the reader may send it again. */
  subject: Pick<ActSubject, 'role' | 'otherSites'>;
}

/** What became of the mail of an invitation. Nothing where none was written. */
export function InvitationMail({ invitationId, subject }: InvitationMailProps) {
  const { t } = useTranslation('mail');
  const id = useId();
  const rights = useRights();
  const texts = useDeliveryTexts(useNow());
  const { data } = useRequest('invitations.delivery', { id: invitationId });
  const send = useSend('invitations.sendNow');
  if (data?.mail == null) return null;
  const { mail } = data;
  const reason = texts.reason(mail);
  const sends = canBeSentNow(mail) && rights.can('invitation.resend') && isWithinReach(subject, rights);
  return (
    <SheetSection
      id={id}
      title={t('sheet.title')}
      action={
        sends ? (
          <SendNow
            describedBy={id}
            pending={send.isPending}
            onSend={() => send.mutate({ id: invitationId })}
          />
        ) : null
      }
    >
      <Box title={texts.whenInFull(mail)} sx={{ typography: 'body2' }}>
        <StatusLabel tone={deliveryTones[mail.state]} label={texts.state(mail)} note={texts.when(mail)} />
      </Box>
      {reason !== null && (
        <Typography variant="caption" component="p" color="secondInk" sx={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Typography>
      )}
      <RefusalAlert error={send.error} />
    </SheetSection>
  );
}
