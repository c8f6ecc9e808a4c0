import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../core/contract/audit';
import { FormDialog } from '../../components/form-dialog';
import { Radios } from '../../components/radios';
import { RefusalAlert } from '../../components/refusal-alert';
import { useFormat } from '../../i18n/format';
import { errorData } from '../../ipc/client';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';
import { ProgressLine } from './progress-line';
import { useProgress } from './use-progress';

type Format = 'csv' | 'json';

/** What the filters show, into a file. Leaving it while it is written stops it, and no file stays. */
export function ExportDialog({ filter, onClose }: { filter: AuditFilter; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const id = useId();
  const { number } = useFormat();
  const progress = useProgress();
  const [format, setFormat] = useState<Format>('csv');
  const { mutate: stop } = useSend('audit.cancel');
  const write = useSend('audit.export', {
    onSuccess: ({ saved }) => {
      if (saved === null) return;
      notify(t('export.saved', { count: saved.entries, path: saved.path }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ filter, format });
  };
  const leave = () => {
    if (write.isPending) stop({});
    onClose();
  };
  return (
    <FormDialog
      open
      title={t('export.act')}
      intro={t('export.text')}
      submitLabel={t('export.submit')}
      cancelLabel={write.isPending ? t('export.stop') : undefined}
      pending={write.isPending}
      onClose={leave}
      onSubmit={submit}
      alert={<RefusalAlert error={errorData(write.error, 'audit.cancelled') === null ? write.error : null} />}
    >
      <Radios<Format>
        id={id}
        label={t('export.format')}
        options={[
          { value: 'csv', label: t('export.csv') },
          { value: 'json', label: t('export.json') },
        ]}
        value={format}
        onChange={setFormat}
      />
      {write.isPending && progress !== null && (
        <ProgressLine
          progress={progress}
          text={t('export.running', { done: number(progress.done), total: number(progress.total) })}
        />
      )}
    </FormDialog>
  );
}
