import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useLocation } from 'react-router';
import { AlertIcon } from '../components/icons';
import { useCan } from '../ipc/app-state';
import { useRequest } from '../ipc/query';

const page = '/settings/backups';

/** A database that was found damaged while the app runs, above every page, until it is opened anew. */
export function DamageNotice() {
  const { t } = useTranslation('common');
  const can = useCan();
  const { pathname } = useLocation();
  const { data } = useRequest('health.status', {});
  if (data?.damaged !== true) return null;
  const administrator = can('security.update');
  return (
    <Box role="status" sx={strip}>
      <AlertIcon sx={{ flexShrink: 0, mt: '1px', color: 'expired' }} />
      <Box sx={{ minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 'fontWeightBold' }}>
          {t('damage.found')}
        </Box>{' '}
        {t(administrator ? 'damage.restore' : 'damage.tell')}{' '}
        {administrator && pathname !== page && (
          <Link component={RouterLink} to={page}>
            {t('damage.open')}
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
  py: 3,
  borderBottom: 1,
  borderColor: 'expired',
  bgcolor: 'expiredTint',
  color: 'ink',
} as const;
