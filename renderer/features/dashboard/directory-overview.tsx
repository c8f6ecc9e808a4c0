import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { Notice } from '../../components/notice';
import { RefusalAlert } from '../../components/refusal-alert';
import { StatisticCard } from '../../components/statistic-card';
import { useOrganisation } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';

/** The same four cards as on the Users page; here they lead there, with their filter set. */
export function DirectoryOverview() {
  const { t } = useTranslation('dashboard');
  const navigate = useNavigate();
  const organisation = useOrganisation();
  const { data, error } = useRequest('users.statistics', {});
  const show = (what: string) => void navigate(`/users?show=${what}`);
  const loading = data === undefined;
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
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr 1.35fr', gap: 3 }}>
        <StatisticCard
          label={t('statistics.total')}
          figure={data?.users.total}
          note={data && t('statistics.totalNote', data.users)}
          loading={loading}
          onPress={() => show('people')}
        />
        <StatisticCard
          label={t('statistics.administrators')}
          figure={data?.administrators.total}
          note={data && t('statistics.administratorsNote', { count: data.administrators.signedInThisWeek })}
          loading={loading}
          onPress={() => show('administrators')}
        />
        <StatisticCard
          label={t('statistics.pending')}
          figure={data?.pending.total}
          note={data && t('statistics.pendingNote', { count: expiring })}
          loading={loading}
          onPress={() => show('pending')}
        />
        <StatisticCard
          label={t('statistics.invitations')}
          parts={[
            { label: t('statistics.accepted'), value: data?.invitations.accepted ?? 0, tone: 'active' },
            { label: t('statistics.expired'), value: data?.invitations.expired ?? 0, tone: 'expired' },
          ]}
          loading={loading}
          onPress={() => show('expired')}
        />
      </Box>
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
