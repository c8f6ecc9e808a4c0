import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
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
  return (
    <Box component="section" aria-labelledby="directory-overview">
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
    </Box>
  );
}
