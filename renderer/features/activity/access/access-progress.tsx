import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format';
import { ProgressLine } from '../progress-line';
import { useProgress } from '../use-progress';

/** How many sites have been gone through, where an answer takes so long that main tells. */
export function AccessProgress() {
  const { t } = useTranslation('audit');
  const { number } = useFormat();
  const progress = useProgress();
  if (progress === null) return null;
  return (
    <Box sx={{ p: 4 }}>
      <ProgressLine
        progress={progress}
        text={t('access.looking', { done: number(progress.done), total: number(progress.total) })}
      />
    </Box>
  );
}
