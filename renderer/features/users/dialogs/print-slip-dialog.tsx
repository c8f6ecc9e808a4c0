import Button from '@mui/material/Button';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOutput } from '../../../../core/contract/index';
import { CopyRow } from '../../../components/copy-row';
import { HandOverDialog } from '../../../components/hand-over-dialog';
import { InvitationSlip } from '../../../components/invitation/invitation-slip';
import { RefusalAlert } from '../../../components/refusal-alert';
import { usePrint } from '../../../components/use-print';

interface PrintSlipDialogProps {
  renewed: RequestOutput<'invitations.renewCode'>;
  onClose: () => void;
}

/** A new code on paper for an invitation whose secrets nobody can read any more. It is printed as the dialog opens. */
export function PrintSlipDialog({ renewed, onClose }: PrintSlipDialogProps) {
  const { t } = useTranslation(['users', 'paper']);
  const [copied, setCopied] = useState(false);
  const { email, code } = renewed;
  const slip = usePrint({
    title: t('paper:invitation.file', { email }),
    paper: 'A6',
    // The link is known to nobody any more: what can be scanned is the code.
    children: (
      <InvitationSlip code={code} picture={code} note={t('paper:invitation.codeNote')} invitation={renewed} />
    ),
  });

  const started = useRef(false);
  const print = useEffectEvent(slip.print);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    print();
  }, []);

  return (
    <HandOverDialog
      title={t('users:acts.printSlip')}
      intro={t('users:slip.intro', { email })}
      doneLabel={t('users:ready.done')}
      onClose={onClose}
      said={slip.said ?? (copied ? t('users:ready.copiedCode') : null)}
      alert={<RefusalAlert error={slip.error} />}
      tools={
        <Button onClick={slip.print} disabled={slip.printing}>
          {t('users:slip.again')}
        </Button>
      }
    >
      <CopyRow
        label={t('users:ready.code')}
        value={code}
        copyLabel={t('users:ready.copyCode')}
        onCopied={() => setCopied(true)}
      />
      {slip.sheet}
    </HandOverDialog>
  );
}
