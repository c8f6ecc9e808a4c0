import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import { useFormat } from '../../../i18n/format';
import { CopyRow } from './copy-row';
import { HandOverDialog } from './hand-over-dialog';

interface InvitationReadyDialogProps {
  ready: ReadyInvitation;
  onClose: () => void;
}

/** The two secrets of an invitation, shown once, to be handed over by the desk. */
export function InvitationReadyDialog({ ready, onClose }: InvitationReadyDialogProps) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const [copied, setCopied] = useState<'copiedLink' | 'copiedCode' | null>(null);
  return (
    <HandOverDialog
      title={t('ready.title')}
      intro={t(ready.reactivation ? 'ready.introReactivation' : 'ready.intro', { email: ready.email })}
      doneLabel={t('ready.done')}
      onClose={onClose}
      copied={copied === null ? null : t(`ready.${copied}`)}
    >
      <CopyRow
        label={t('ready.link')}
        value={ready.link}
        copyLabel={t('ready.copyLink')}
        onCopied={() => setCopied('copiedLink')}
      />
      <CopyRow
        label={t('ready.code')}
        value={ready.code}
        copyLabel={t('ready.copyCode')}
        onCopied={() => setCopied('copiedCode')}
      />
      <Typography variant="caption" color="secondInk">
        {t('ready.valid', { when: format.dateTime(ready.expiresAt) })}
      </Typography>
    </HandOverDialog>
  );
}
