import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupsStatus } from '../../../../core/contract/backups';
import { Facts } from '../../../components/facts';
import { Notice } from '../../../components/notice';
import { Panel } from '../../../components/panel';
import { RefusalAlert } from '../../../components/refusal-alert';
import { StatusLabel } from '../../../components/status-label';
import { useErrorText } from '../../../i18n/error-text';
import { useFormat } from '../../../i18n/format';
import { useCan, useNow } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { BackupFolder } from './backup-folder';
import { RunningLine } from './running-line';

/** How things stand: the last backup and whether it holds, the next, where they go; and one made now. */
export function BackupHead({ status }: { status: BackupsStatus }) {
  const { t } = useTranslation('backups');
  const id = useId();
  const can = useCan();
  const facts = useStanding(status);
  const make = useSend('backups.make', { onSuccess: () => notify(t('head.complete')) });
  return (
    <Panel labelledBy={`${id}-title`}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, mb: 5 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={`${id}-title`} variant="section" component="h2">
            {t('head.title')}
          </Typography>
          <Typography color="secondInk" sx={{ mt: 0.5 }}>
            {t('head.intro')}
          </Typography>
        </Box>
        {can('backup.make') && (
          <Button
            variant="contained"
            disabled={make.isPending || status.running !== null}
            onClick={() => make.mutate({})}
            sx={{ flexShrink: 0 }}
          >
            {t('head.make')}
          </Button>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 3, mb: 5, '&:empty': { display: 'none' } }}>
        {status.running !== null && <RunningLine running={status.running} />}
        <RefusalAlert error={make.error} />
        <Standing status={status} refused={make.error !== null} />
      </Box>
      <Facts facts={facts} />
      <BackupFolder folder={status.folder} />
    </Panel>
  );
}

/** What somebody has to know before all figures. A refusal that was just given isn't repeated. */
function Standing({ status, refused }: { status: BackupsStatus; refused: boolean }) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const errorText = useErrorText();
  const now = useNow();
  const { failure, doneAt, running, nextAt, plan } = status;
  if (running !== null || refused) return null;
  if (failure !== null) {
    const again = plan.schedule !== 'off' && nextAt !== null && nextAt > now;
    return (
      <Notice tone="pending">
        {t('head.failed', { when: format.moment(failure.at, now), why: errorText(failure.error) })}{' '}
        {again && t('head.again', { when: format.moment(nextAt, now) })}
      </Notice>
    );
  }
  return doneAt === null ? <Notice>{t('head.never')}</Notice> : null;
}

function useStanding({ doneAt, nextAt, failure }: BackupsStatus) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const now = useNow();
  const next = () => {
    if (nextAt === null) return t('head.nextOff');
    return nextAt <= now ? t('head.nextSoon') : format.moment(nextAt, now);
  };
  return [
    {
      label: t('head.last'),
      value:
        doneAt === null ? (
          t('head.lastNone')
        ) : (
          <StatusLabel
            tone={failure === null ? 'active' : 'pending'}
            label={t('head.lastDone', { when: format.moment(doneAt, now) })}
          />
        ),
    },
    { label: t('head.next'), value: next() },
  ];
}
