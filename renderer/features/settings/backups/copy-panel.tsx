import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupsStatus } from '../../../../core/contract/backups';
import { Panel } from '../../../components/panel';
import { useCan } from '../../../ipc/app-state';
import { CopyDialog } from './copy-dialog';

/** The way to a file that can be kept at another place, and opens without this computer. */
export function CopyPanel({ running }: Pick<BackupsStatus, 'running'>) {
  const { t } = useTranslation('backups');
  const id = useId();
  const allowed = useCan()('backup.copy');
  const [asking, setAsking] = useState(false);
  if (!allowed) return null;
  return (
    <Panel labelledBy={id}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} variant="section" component="h2">
            {t('copy.title')}
          </Typography>
          <Typography color="secondInk" sx={{ mt: 0.5 }}>
            {t('copy.intro')}
          </Typography>
        </Box>
        <Button disabled={running !== null} onClick={() => setAsking(true)} sx={{ flexShrink: 0 }}>
          {t('copy.act')}
        </Button>
      </Box>
      {asking && <CopyDialog onClose={() => setAsking(false)} />}
    </Panel>
  );
}
