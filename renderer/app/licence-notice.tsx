import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useLocation } from 'react-router';
import { AlertIcon, InfoIcon } from '../components/icons';
import { useFormat } from '../i18n/format';
import { useCan, useNow } from '../ipc/app-state';
import { useRequest } from '../ipc/query';
import { urgencyOf } from './licence-urgency';

const minute = 60_000;
const page = '/settings/licence';

/** A licence that has ended, above every page: a quiet line at first, then a banner, then a louder one. Never in the way. */
export function LicenceNotice() {
  const { t } = useTranslation('licence');
  const format = useFormat();
  const can = useCan();
  const now = useNow();
  const { pathname } = useLocation();
  // Main tells when it changes; asked again all the same, because time alone changes it too.
  const { data } = useRequest('licence.notice', {}, { refetchInterval: minute });
  const urgency = data === undefined ? null : urgencyOf(data, now);
  if (data === undefined || urgency === null) return null;

  const { level, days } = urgency;
  const until = format.date(data.validUntil ?? now);
  const Icon = level === 'line' ? InfoIcon : AlertIcon;
  return (
    <Box role="status" data-level={level} sx={[strip, looks[level]]}>
      <Icon sx={{ flexShrink: 0, mt: '1px', color: level === 'line' ? 'thirdInk' : tones[level] }} />
      <Box sx={{ minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: level === 'line' ? undefined : 'fontWeightBold' }}>
          {level === 'readOnly' && t('notice.readOnly', { until })}
          {level === 'line' && t('notice.grace', { until, grace: format.date(data.graceUntil ?? now) })}
          {(level === 'banner' || level === 'loud') && t('notice.graceSoon', { until, count: days })}
        </Box>{' '}
        {level === 'readOnly' && t('notice.works')} {!can('licence.import') && t('notice.ask')}
        {can('licence.import') && pathname !== page && (
          <Link component={RouterLink} to={page}>
            {t('notice.open')}
          </Link>
        )}
      </Box>
    </Box>
  );
}

const strip = {
  display: 'flex',
  gap: 2.5,
  flexShrink: 0,
  px: 7,
  borderBottom: 1,
  borderColor: 'line',
  color: 'ink',
} as const;
const tones = { banner: 'pending', loud: 'expired', readOnly: 'expired' } as const;
const looks = {
  line: { py: 2, typography: 'body2', color: 'secondInk' },
  banner: { py: 2.5, bgcolor: 'pendingTint' },
  loud: { py: 3, bgcolor: 'expiredTint', borderColor: 'expired' },
  readOnly: { py: 3, bgcolor: 'expiredTint', borderColor: 'expired' },
} as const;
