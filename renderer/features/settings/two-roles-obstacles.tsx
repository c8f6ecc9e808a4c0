import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { RefusalAlert } from '../../components/refusal-alert';
import { useFormat } from '../../i18n/format';
import { useRequest } from '../../ipc/query';

/** Who stands in the way of Two roles, each with the way to them. It follows while they are dealt with elsewhere. */
export function TwoRolesObstacles() {
  const { t } = useTranslation('settings');
  const { data, error } = useRequest('organisation.twoRolesPreview', {}, { staleTime: 0 });
  if (data === undefined) {
    return error === null ? <Skeleton variant="rounded" height={80} /> : <RefusalAlert error={error} />;
  }
  const { siteAdmins, siteAdminCount, manySites, manySitesCount, invitations, invitationCount } = data;
  if (siteAdminCount + manySitesCount + invitationCount === 0) {
    return (
      <Typography role="status" color="secondInk">
        {t('obstacles.none')}
      </Typography>
    );
  }
  return (
    <Box sx={box}>
      <Obstacles
        title={t('obstacles.siteAdmins')}
        advice={t('obstacles.siteAdminsAdvice')}
        names={siteAdmins.map(({ name }) => name)}
        tab="users"
        count={siteAdminCount}
      />
      <Obstacles
        title={t('obstacles.manySites')}
        advice={t('obstacles.manySitesAdvice')}
        names={manySites.map(({ name }) => name)}
        tab="users"
        count={manySitesCount}
      />
      <Obstacles
        title={t('obstacles.invitations')}
        advice={t('obstacles.invitationsAdvice')}
        names={invitations.map(({ email }) => email)}
        tab="invitations"
        count={invitationCount}
      />
    </Box>
  );
}

interface ObstaclesProps {
  title: string;
  /** What to do about them. */
  advice: string;
  /** Names or addresses: what Users finds them by. */
  names: readonly string[];
  /** The tab of Users they are listed under. */
  tab: 'users' | 'invitations';
  count: number;
}

function Obstacles({ title, advice, names, tab, count }: ObstaclesProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  if (count === 0) return null;
  return (
    <Box component="section" aria-label={title} sx={section}>
      <Typography variant="label" component="h3">
        {title}{' '}
        <Box component="span" sx={{ color: 'thirdInk', fontWeight: 'fontWeightRegular' }}>
          {format.number(count)}
        </Box>
      </Typography>
      <Typography variant="body2" color="secondInk">
        {advice}
      </Typography>
      <Box component="ul" sx={list}>
        {names.map((name, index) => (
          // Two people can have the same name.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <Box component="li" key={`${name} ${index}`} sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Link component={RouterLink} to={`/users?${new URLSearchParams({ search: name, tab })}`}>
              {name}
            </Link>
          </Box>
        ))}
        {count > names.length && (
          <Box component="li" sx={{ color: 'secondInk' }}>
            {t('obstacles.more', { count: count - names.length })}
          </Box>
        )}
      </Box>
    </Box>
  );
}

const box = { border: 1, borderColor: 'line', borderRadius: 1, bgcolor: 'surface' } as const;
const section = {
  px: 4,
  py: 3,
  '& + &': { borderTop: 1, borderColor: 'line' },
} as const;
const list = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 5,
  rowGap: 1,
  m: 0,
  mt: 1.5,
  p: 0,
  listStyle: 'none',
} as const;
