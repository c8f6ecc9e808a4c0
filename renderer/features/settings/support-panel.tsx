import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { RefusalAlert } from '../../components/refusal-alert';
import { useCan } from '../../ipc/app-state';
import { useSend } from '../../ipc/query';

/** The way to a file for who helps. Nothing for those who may not save it. */
export function SupportPanel() {
  const { t } = useTranslation('settings');
  const id = useId();
  const allowed = useCan()('support.save');
  const save = useSend('support.save');
  if (!allowed) return null;
  const { savedTo, wrong } = save.data ?? { savedTo: null, wrong: 0 };
  return (
    <Panel labelledBy={id}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} variant="section" component="h2">
            {t('support.title')}
          </Typography>
          <Typography color="secondInk" sx={{ mt: 0.5 }}>
            {t('support.intro')}
          </Typography>
        </Box>
        <Button disabled={save.isPending} onClick={() => save.mutate({})} sx={{ flexShrink: 0 }}>
          {t('support.save')}
        </Button>
      </Box>
      {savedTo !== null && (
        <Box sx={{ mt: 4 }}>
          <Notice tone={wrong > 0 ? 'pending' : 'quiet'}>
            {t('support.saved', { path: savedTo })}
            {wrong > 0 && ` · ${t('support.wrong', { count: wrong })}`}
          </Notice>
        </Box>
      )}
      <RefusalAlert error={save.error} />
    </Panel>
  );
}
