import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useFormat } from '../../../i18n/format';
import { errorData } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { ProgressLine } from '../progress-line';
import { useProgress } from '../use-progress';
import type { AccessQuestion } from './use-access';

type Whole = Omit<AccessQuestion, 'text'>;

/** The answer into a file. Leaving it while it is written stops it, and no file stays. */
export function AccessExportDialog({ question, onClose }: { question: Whole; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const { number } = useFormat();
  const progress = useProgress();
  const { mutate: stop } = useSend('audit.cancel');
  const write = useSend('access.export', {
    onSuccess: ({ saved }) => {
      if (saved === null) return;
      notify(t('access.export.saved', { count: saved.entries, path: saved.path }));
      onClose();
    },
  });
  const leave = () => {
    if (write.isPending) stop({});
    onClose();
  };
  return (
    <FormDialog
      open
      title={t('export.act')}
      intro={t('access.export.text')}
      submitLabel={t('export.submit')}
      cancelLabel={write.isPending ? t('export.stop') : undefined}
      pending={write.isPending}
      onClose={leave}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        write.mutate(question);
      }}
      alert={<RefusalAlert error={errorData(write.error, 'audit.cancelled') === null ? write.error : null} />}
    >
      {write.isPending && (
        <ProgressLine
          progress={progress}
          text={
            progress === null
              ? t('access.export.begin')
              : t('access.export.running', {
                  done: number(progress.done),
                  total: number(progress.total),
                })
          }
        />
      )}
    </FormDialog>
  );
}
