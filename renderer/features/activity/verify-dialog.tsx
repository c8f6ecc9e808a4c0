import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog';
import { RefusalAlert } from '../../components/refusal-alert';
import { useFormat } from '../../i18n/format';
import { useSend } from '../../ipc/query';
import { ProgressLine } from './progress-line';
import { useProgress } from './use-progress';
import { Verdict } from './verdict';

/** Goes through the whole log at once, in front of one's eyes; leaving it stops it. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const progress = useProgress();
  const verify = useSend('audit.verify');
  const { mutate: stop } = useSend('audit.cancel');
  const { mutate: begin, data, error, isPending } = verify;
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    begin({});
  }, [begin]);

  const leave = () => {
    if (isPending) stop({});
    onClose();
  };
  return (
    <FormDialog
      open
      title={t('verify.act')}
      cancelLabel={data === undefined && error === null ? t('verify.cancel') : null}
      submitLabel={t('verify.close')}
      pending={data === undefined && error === null}
      onClose={leave}
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
      alert={<RefusalAlert error={error} />}
    >
      {data !== undefined && <Verdict verdict={data} />}
      {data === undefined && error === null && (
        <ProgressLine
          progress={progress}
          text={
            progress === null
              ? t('verify.begin')
              : t('verify.running', {
                  done: format.number(progress.done),
                  total: format.number(progress.total),
                })
          }
        />
      )}
    </FormDialog>
  );
}
