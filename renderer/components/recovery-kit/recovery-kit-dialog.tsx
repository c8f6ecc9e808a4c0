import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOutput } from '../../../core/contract/index';
import { useOrganisation } from '../../ipc/app-state';
import { useRequest, useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';
import { CopyRow } from '../copy-row';
import { HandOverDialog } from '../hand-over-dialog';
import { RefusalAlert } from '../refusal-alert';
import { usePrint } from '../use-print';
import { RecoveryKitSheet } from './recovery-kit-sheet';

interface RecoveryKitDialogProps {
  kit: RequestOutput<'recovery.renew'>;
  onClose: () => void;
}

/** Code and key, shown once. **Done** says that they are on paper; whoever leaves otherwise is asked again by the banner. */
export function RecoveryKitDialog({ kit, onClose }: RecoveryKitDialogProps) {
  const { t } = useTranslation('recovery');
  const { name: organisation } = useOrganisation();
  const { data: security } = useRequest('security.status', {});
  const [copied, setCopied] = useState<'copied' | 'keyCopied' | null>(null);
  const confirm = useSend('recovery.confirm', {
    onSuccess: () => {
      onClose();
      notify(t('kit.confirmed'));
    },
  });
  const { print, printing, sheet, said, error } = usePrint({
    title: t('sheet.file', { organisation }),
    paper: 'A4',
    children: <RecoveryKitSheet {...kit} organisation={organisation} path={security?.databasePath ?? null} />,
  });
  return (
    <HandOverDialog
      title={t('kit.title')}
      intro={t('kit.intro')}
      doneLabel={t('kit.done')}
      onDone={() => confirm.mutate({ id: kit.id })}
      onClose={onClose}
      pending={confirm.isPending}
      said={said ?? (copied && t(`kit.${copied}`))}
      alert={<RefusalAlert error={confirm.error ?? error} />}
      tools={
        <Button onClick={print} disabled={printing}>
          {t('kit.print')}
        </Button>
      }
    >
      <CopyRow
        label={t('kit.code')}
        value={kit.code}
        copyLabel={t('kit.copyCode')}
        onCopied={() => setCopied('copied')}
      />
      <CopyRow
        label={t('kit.databaseKey')}
        value={kit.databaseKey.join('\n')}
        multiline
        copyLabel={t('kit.copyKey')}
        onCopied={() => setCopied('keyCopied')}
      />
      {sheet}
    </HandOverDialog>
  );
}
