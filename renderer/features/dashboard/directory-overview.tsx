import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { Notice } from '../../components/notice';
import { RefusalAlert } from '../../components/refusal-alert';
import { type Preset, StatisticCards } from '../../components/statistic-cards';
import { useOrganisation } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';

/** The same four cards as on the Users page; here they lead there, with their filter set. */
export function DirectoryOverview() {
  const { t } = useTranslation('dashboard');
  const navigate = useNavigate();
  const organisation = useOrganisation();
  const { data, error } = useRequest('users.statistics', {});
  const show = (preset: Preset) => void navigate(`/users?show=${preset}`);
  const expiring = data?.pending.expiringWithinDay ?? 0;
  return (
    <Box component="section" aria-labelledby="directory-overview" sx={{ mb: 8 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 4, mb: 3 }}>
        <Typography id="directory-overview" variant="section" component="h2" noWrap>
          {t('directory', { organisation: organisation.name })}
        </Typography>
        <Link component={RouterLink} to="/users" variant="body2" noWrap>
          {t('open')}
        </Link>
      </Box>
      <RefusalAlert error={error} />
      <StatisticCards statistics={data} onPress={show} />
      {expiring > 0 && (
        <Box sx={{ mt: 3 }}>
          <Notice
            tone="pending"
            action={
              <Button variant="text" sx={{ height: 20, color: 'ink' }} onClick={() => show('pending')}>
                {t('showExpiring')}
              </Button>
            }
          >
            {t('expiring', { count: expiring })}
          </Notice>
        </Box>
      )}
    </Box>
  );
}
