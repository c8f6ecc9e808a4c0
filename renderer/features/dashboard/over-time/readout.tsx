import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { StatusDot } from '../../../components/status-label';
import { useFormat } from '../../../i18n/format';
import { type Counts, sentOf } from './axis';
import { parts } from './parts';

interface ReadoutProps {
  period: string;
  /** `undefined` while they aren't known yet. */
  counts: Counts | undefined;
}

/** Legend and figures in one line, above the bars. For the eye: each bar says the same by itself. */
export function Readout({ period, counts }: ReadoutProps) {
  const { t } = useTranslation(['dashboard', 'common']);
  const format = useFormat();
  return (
    <Box aria-hidden sx={line}>
      <Typography variant="label" component="span" noWrap>
        {period}
        {counts !== undefined && (
          <Box component="span" sx={{ color: 'secondInk', fontWeight: 'fontWeightRegular' }}>
            {' · '}
            {t('dashboard:overTime.sent', { count: sentOf(counts) })}
          </Box>
        )}
      </Typography>
      <Box component="span" sx={{ display: 'flex', columnGap: 4, flexWrap: 'wrap' }}>
        {parts.map(({ state, tone, label }) => (
          <Typography key={state} variant="caption" component="span" color="secondInk" sx={legend}>
            <StatusDot tone={tone} square />
            {t(label)}
            <Box component="span" sx={figure}>
              {counts === undefined ? '' : format.number(counts[state])}
            </Box>
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  columnGap: 4,
  mt: 5,
  mb: 3,
  minHeight: 20,
} as const;
const legend = { display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' } as const;
/** Wide enough for most figures, so that nothing moves while one looks from bar to bar. */
const figure = { minWidth: '2.2em', color: 'ink', fontWeight: 'fontWeightBold' } as const;
