import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useRecoveryKit } from '../../components/recovery-kit/use-recovery-kit';
import { RefusalAlert } from '../../components/refusal-alert';
import { useFormat } from '../../i18n/format';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import { PanelSkeleton } from './panel-skeleton';

/** Whether a recovery code is on paper, and the way to a new one. Nothing for those who may not renew it. */
export function RecoveryPanel() {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const id = useId();
  const allowed = useCan()('recovery.renew');
  const { data, error } = useRequest('recovery.status', {}, { enabled: allowed });
  const [asking, setAsking] = useState(false);
  const kit = useRecoveryKit();
  if (!allowed) return null;
  if (data === undefined) return <PanelSkeleton height={200} error={error} />;

  const { state, createdAt, usedAt } = data;
  const facts = [{ label: t('panel.state'), value: t(`panel.${state}`) }];
  if (createdAt !== null) facts.push({ label: t('panel.made'), value: format.dateTime(createdAt) });
  if (usedAt !== null) facts.push({ label: t('panel.used'), value: format.dateTime(usedAt) });
  return (
    <Panel labelledBy={`${id}-title`}>
      <Typography id={`${id}-title`} variant="section" component="h2">
        {t('panel.title')}
      </Typography>
      <Typography color="secondInk" sx={{ mb: 5 }}>
        {t('panel.intro')}
      </Typography>
      <Facts facts={facts} />
      <Notice tone={state === 'ready' ? 'quiet' : 'pending'}>{t(`panel.${state}Text`)}</Notice>
      {state === 'ready' ? (
        <Button onClick={() => setAsking(true)} sx={{ mt: 5 }}>
          {t('renew.submit')}
        </Button>
      ) : (
        <Button onClick={() => kit.renew()} disabled={kit.pending} sx={{ mt: 5 }}>
          {t('banner.print')}
        </Button>
      )}
      {!asking && <RefusalAlert error={kit.error} />}
      <FormDialog
        open={asking}
        title={t('renew.title')}
        intro={t('renew.intro')}
        submitLabel={t('renew.submit')}
        destructive
        pending={kit.pending}
        alert={<RefusalAlert error={kit.error} />}
        onClose={() => setAsking(false)}
        onSubmit={(event) => {
          event.preventDefault();
          kit.renew(() => setAsking(false));
        }}
      />
      {kit.dialog}
    </Panel>
  );
}
