import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Usage } from '../../../core/contract/licence';
import type { StatusTone } from '../../components/status-label';

interface UsageMeterProps {
  /** "38 of 50 users": the figures in words. */
  text: string;
  usage: Usage;
  /** Counted anew with every month. */
  monthly?: boolean;
}

/** How much of a limit is used, as a bar; the words say the same. */
export function UsageMeter({ text, usage, monthly = false }: UsageMeterProps) {
  const { t } = useTranslation('licence');
  const { used, limit } = usage;
  const free = limit === null ? null : limit - used;
  const share = limit === null || limit === 0 ? 1 : Math.min(1, used / limit);

  function state(): string {
    if (free === null) return t('usage.unlimited');
    if (free === 0) return t('usage.none');
    return free > 0 ? t('usage.free', { count: free }) : t('usage.over', { count: -free });
  }

  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="label" component="p" sx={{ minHeight: 18 }}>
        {text}
      </Typography>
      <Box aria-hidden sx={track}>
        {limit !== null && <Box sx={{ width: `${share * 100}%`, borderRadius: 1, bgcolor: toneOf(share) }} />}
      </Box>
      <Typography variant="caption" component="p" color="thirdInk">
        {monthly ? t('usage.thisMonth', { state: state() }) : state()}
      </Typography>
    </Box>
  );
}

/** From a tenth left on it is worth a look. */
function toneOf(share: number): StatusTone {
  if (share >= 1) return 'expired';
  return share >= 0.9 ? 'pending' : 'active';
}

const track = {
  display: 'flex',
  height: 8,
  my: 1.5,
  borderRadius: 1,
  overflow: 'hidden',
  bgcolor: 'sunken',
  border: 1,
  borderColor: 'line',
} as const;
