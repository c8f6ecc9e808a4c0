import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../core/contract/invitations';
import { useFormat } from '../../i18n/format';
import { useRequest, useSend } from '../../ipc/query';
import { CopyRow } from '../copy-row';
import { HandOverDialog } from '../hand-over-dialog';
import { DeliveryNotice } from '../mail/delivery-notice';
import { RefusalAlert } from '../refusal-alert';
import { usePrint } from '../use-print';
import { InvitationSlip } from './invitation-slip';
import { OtherWays } from './other-ways';

interface InvitationReadyDialogProps {
  ready: ReadyInvitation;
  onClose: () => void;
}

/** The two secrets of an invitation, shown once, and what becomes of the mail that carries them. */
export function InvitationReadyDialog({ ready, onClose }: InvitationReadyDialogProps) {
  const { t } = useTranslation(['users', 'paper']);
  const format = useFormat();
  /** What was done last, where it has a line to say so. */
  const [said, setSaid] = useState<string | null>(null);
  const delivery = useRequest('invitations.delivery', { id: ready.id }, { staleTime: 0 });
  const slip = usePrint({
    title: t('paper:invitation.file', { email: ready.email }),
    paper: 'A6',
    children: (
      <InvitationSlip
        code={ready.code}
        picture={ready.link}
        note={t('paper:invitation.note')}
        invitation={ready}
      />
    ),
  });
  const save = useSend('invitations.saveMail', {
    onSuccess: ({ savedTo }) => setSaid(savedTo === null ? null : t('paper:saved', { path: savedTo })),
  });
  const open = useSend('invitations.openMail', { onSuccess: () => setSaid(t('users:ready.openedMail')) });
  return (
    <HandOverDialog
      title={t('users:ready.title')}
      intro={t(ready.reactivation ? 'users:ready.introReactivation' : 'users:ready.intro', {
        email: ready.email,
      })}
      doneLabel={t('users:ready.done')}
      onClose={onClose}
      said={slip.said ?? said}
      alert={<RefusalAlert error={slip.error ?? save.error ?? open.error} />}
      tools={
        <Button onClick={slip.print} disabled={slip.printing}>
          {t('paper:printSlip')}
        </Button>
      }
    >
      {delivery.data !== undefined && <DeliveryNotice email={ready.email} mail={delivery.data.mail} />}
      <CopyRow
        label={t('users:ready.link')}
        value={ready.link}
        copyLabel={t('users:ready.copyLink')}
        onCopied={() => setSaid(t('users:ready.copiedLink'))}
      />
      <CopyRow
        label={t('users:ready.code')}
        value={ready.code}
        copyLabel={t('users:ready.copyCode')}
        onCopied={() => setSaid(t('users:ready.copiedCode'))}
      />
      <Typography variant="caption" color="secondInk">
        {t('users:ready.valid', { when: format.dateTime(ready.expiresAt) })}
      </Typography>
      <OtherWays ready={ready} save={save} open={open} />
      {slip.sheet}
    </HandOverDialog>
  );
}
