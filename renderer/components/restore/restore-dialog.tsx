import LinearProgress from '@mui/material/LinearProgress';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BackupToOpen, ChosenFile, RestoreSource } from '../../../core/contract/restore';
import { useSend } from '../../ipc/query';
import { FormDialog } from '../form-dialog';
import { PasswordInput } from '../password-input';
import { RefusalAlert } from '../refusal-alert';
import { TextInput } from '../text-input';
import { RestoreDifference } from './restore-difference';
import { RestoreIntro } from './restore-intro';

/** A backup somebody wants restored. */
export interface Wanted {
  source: RestoreSource;
  /** What it is called on screen. */
  file: string;
  opensWith: ChosenFile['opensWith'];
}

interface RestoreDialogProps {
  wanted: Wanted;
  /** `live`: over the organisation somebody is signed in to; `rescue`: where there is none, or none that opens. */
  where: 'live' | 'rescue';
  /** The database that is there can't be read: it is kept as it is. */
  damaged?: boolean;
  onClose: () => void;
}

const routes = {
  live: { compare: 'restore.compare', run: 'restore.run' },
  rescue: { compare: 'rescue.compare', run: 'rescue.run' },
} as const;

/** Opens the backup, shows what restoring it changes, and does it: one press more for each. */
export function RestoreDialog({ wanted, where, damaged = false, onClose }: RestoreDialogProps) {
  const { t } = useTranslation('restore');
  const compare = useSend(routes[where].compare);
  const run = useSend(routes[where].run);
  const { control, getValues } = useForm({ defaultValues: { recoveryKey: '', passphrase: '' } });
  const [opened, setOpened] = useState<BackupToOpen | null>(null);
  const { source, opensWith, file } = wanted;
  const { mutateAsync: look } = compare;

  const open = useCallback(async () => {
    const typed = getValues();
    const backup = {
      source,
      recoveryKey: opensWith === 'recoveryKey' ? typed.recoveryKey : null,
      passphrase: opensWith === 'passphrase' ? typed.passphrase : null,
    };
    // What is refused stands in the dialog.
    await look(backup).then(
      () => setOpened(backup),
      () => undefined,
    );
  }, [getValues, look, opensWith, source]);

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || opensWith !== 'key') return;
    begun.current = true;
    void open();
  }, [open, opensWith]);

  const preview = opened === null ? undefined : compare.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (opened === null) void open();
    else run.mutate(opened);
  };
  const asking = preview === undefined && opensWith !== 'key';
  return (
    <FormDialog
      key={preview === undefined ? 'open' : 'restore'}
      open
      title={t('act')}
      intro={
        preview === undefined ? (
          asking && t(`open.${opensWith}Text`, { file })
        ) : (
          <RestoreIntro preview={preview} damaged={damaged} otherKey={opensWith === 'recoveryKey'} />
        )
      }
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t(preview === undefined && asking ? 'continue' : 'act')}
      destructive={preview !== undefined && preview.nowAt !== null}
      pending={compare.isPending || run.isPending || (preview === undefined && !asking)}
      alert={<RefusalAlert error={run.error ?? compare.error} />}
    >
      {asking && opensWith === 'recoveryKey' && (
        <TextInput
          control={control}
          name="recoveryKey"
          label={t('open.recoveryKey')}
          helper={t('open.recoveryKeyHelp')}
          multiline
          rows={4}
        />
      )}
      {asking && opensWith === 'passphrase' && (
        <PasswordInput control={control} name="passphrase" label={t('open.passphrase')} />
      )}
      {compare.isPending && <LinearProgress aria-label={t('comparing')} />}
      {preview !== undefined && <RestoreDifference preview={preview} />}
    </FormDialog>
  );
}
