import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyRow } from '../../../components/copy-row';
import { HandOverDialog } from '../../../components/hand-over-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { usePrint } from '../../../components/use-print';
import { useRequest } from '../../../ipc/query';
import { TemporaryPasswordSlip } from './temporary-password-slip';

interface TemporaryPasswordDialogProps {
  password: string;
  name: string;
  userId: string;
  onClose: () => void;
}

/** A generated password, shown once. */
export function TemporaryPasswordDialog({ password, name, userId, onClose }: TemporaryPasswordDialogProps) {
  const { t } = useTranslation(['users', 'paper']);
  const [copied, setCopied] = useState(false);
  // Until when it can be used stands on the slip.
  const { data: user, error } = useRequest('users.get', { id: userId }, { staleTime: 0 });
  const slip = usePrint({
    title: t('paper:temporary.file', { name }),
    paper: 'A6',
    children: user && <TemporaryPasswordSlip password={password} user={user} />,
  });
  return (
    <HandOverDialog
      title={t('users:temporary.title')}
      intro={t('users:temporary.intro', { name })}
      doneLabel={t('users:temporary.done')}
      onClose={onClose}
      said={slip.said ?? (copied ? t('users:temporary.copied') : null)}
      alert={<RefusalAlert error={slip.error ?? error} />}
      tools={
        <Button onClick={slip.print} disabled={slip.printing || user === undefined}>
          {t('paper:print')}
        </Button>
      }
    >
      <CopyRow
        label={t('users:fields.temporaryPassword')}
        value={password}
        copyLabel={t('users:temporary.copy')}
        onCopied={() => setCopied(true)}
      />
      {slip.sheet}
    </HandOverDialog>
  );
}
