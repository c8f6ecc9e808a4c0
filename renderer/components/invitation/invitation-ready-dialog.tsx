import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../core/contract/invitations';
import { useFormat } from '../../i18n/format';
import { useRequest } from '../../ipc/query';
import { CopyRow } from '../copy-row';
import { HandOverDialog } from '../hand-over-dialog';
import { RefusalAlert } from '../refusal-alert';
import { usePrint } from '../use-print';
import { InvitationSlip } from './invitation-slip';

interface InvitationReadyDialogProps {
  ready: ReadyInvitation;
  onClose: () => void;
}

/** The two secrets of an invitation, shown once, to be handed over by the desk. */
export function InvitationReadyDialog({ ready, onClose }: InvitationReadyDialogProps) {
  const { t } = useTranslation(['users', 'paper']);
  const format = useFormat();
  const [copied, setCopied] = useState<'copiedLink' | 'copiedCode' | null>(null);
  // What stands on the slip beside the secrets. Kept no longer than they are shown.
  const facts = useRequest('invitations.lookUp', { secret: ready.code }, { gcTime: 0 });
  const slip = usePrint({
    title: t('paper:invitation.file', { email: ready.email }),
    paper: 'A6',
    children: facts.data && <InvitationSlip code={ready.code} link={ready.link} invitation={facts.data} />,
  });
  return (
    <HandOverDialog
      title={t('users:ready.title')}
      intro={t(ready.reactivation ? 'users:ready.introReactivation' : 'users:ready.intro', {
        email: ready.email,
      })}
      doneLabel={t('users:ready.done')}
      onClose={onClose}
      said={slip.said ?? (copied === null ? null : t(`users:ready.${copied}`))}
      alert={<RefusalAlert error={slip.error ?? facts.error} />}
      tools={
        <Button onClick={slip.print} disabled={slip.printing || facts.data === undefined}>
          {t('paper:printSlip')}
        </Button>
      }
    >
      <CopyRow
        label={t('users:ready.link')}
        value={ready.link}
        copyLabel={t('users:ready.copyLink')}
        onCopied={() => setCopied('copiedLink')}
      />
      <CopyRow
        label={t('users:ready.code')}
        value={ready.code}
        copyLabel={t('users:ready.copyCode')}
        onCopied={() => setCopied('copiedCode')}
      />
      <Typography variant="caption" color="secondInk">
        {t('users:ready.valid', { when: format.dateTime(ready.expiresAt) })}
      </Typography>
      {slip.sheet}
    </HandOverDialog>
  );
}
