import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyRow } from './copy-row';
import { HandOverDialog } from './hand-over-dialog';

interface TemporaryPasswordDialogProps {
  password: string;
  name: string;
  onClose: () => void;
}

/** A generated password, shown once. */
export function TemporaryPasswordDialog({ password, name, onClose }: TemporaryPasswordDialogProps) {
  const { t } = useTranslation('users');
  const [copied, setCopied] = useState(false);
  return (
    <HandOverDialog
      title={t('temporary.title')}
      intro={t('temporary.intro', { name })}
      doneLabel={t('temporary.done')}
      onClose={onClose}
      copied={copied ? t('temporary.copied') : null}
    >
      <CopyRow
        label={t('fields.temporaryPassword')}
        value={password}
        copyLabel={t('temporary.copy')}
        onCopied={() => setCopied(true)}
      />
    </HandOverDialog>
  );
}
