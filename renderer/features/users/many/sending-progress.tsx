import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** How far it has got. */
export function SendingProgress({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('many');
  return (
    <Box sx={{ display: 'grid', gap: 2, px: 6, py: 4 }}>
      <LinearProgress
        variant="determinate"
        aria-label={t('sending.label')}
        value={(100 * done) / Math.max(1, total)}
      />
      <Typography role="status">{t('sending.progress', { done, total })}</Typography>
    </Box>
  );
}
