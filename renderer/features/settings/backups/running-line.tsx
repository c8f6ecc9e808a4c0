import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { BackupsStatus } from '../../../../core/contract/backups';

/** What is being done now. How long it takes nobody knows beforehand. */
export function RunningLine({ running }: { running: NonNullable<BackupsStatus['running']> }) {
  const { t } = useTranslation('backups');
  const text = running.what === 'copy' ? t('head.makingCopy') : t(`head.${running.stage}`);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <LinearProgress aria-label={text} />
      <Typography role="status" variant="body2" color="secondInk">
        {text}
      </Typography>
    </Box>
  );
}
