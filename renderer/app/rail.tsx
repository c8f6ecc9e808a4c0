import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Mark } from '../components/mark';
import { useCan, useOrganisation } from '../ipc/app-state';
import { size } from '../theme/tokens';
import { AccountMenu } from './account-menu';
import { MailLink } from './mail-link';
import { type Page, pages } from './pages';
import { hidden, item } from './rail-item';
import { SiteSelector } from './site-selector';

/** Where one is and where one can go. In a narrow window only the icons stay in sight; the names stay in the links. */
export function Rail() {
  const { t } = useTranslation('common');
  const organisation = useOrganisation();
  const can = useCan();
  const narrow = useMediaQuery(useTheme().breakpoints.down('lg'));
  const shown = pages.filter(({ permission }) => permission === null || can(permission));
  return (
    <Box sx={[rail, { width: narrow ? size.narrowRail : size.rail }]}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2.5,
          px: narrow ? 0 : 2,
          mb: 6,
          justifyContent: narrow ? 'center' : 'start',
        }}
      >
        <Mark />
        <Box sx={[{ minWidth: 0 }, narrow && hidden]}>
          <Typography noWrap title={organisation.name} sx={{ fontWeight: 'fontWeightBold' }}>
            {organisation.name}
          </Typography>
          <Typography variant="caption" component="p" color="thirdInk">
            {t('product')}
          </Typography>
        </Box>
      </Box>
      <SiteSelector narrow={narrow} />
      <Box component="nav" aria-label={t('navigation.label')} sx={{ display: 'grid', gap: 1 }}>
        {shown.map((page) => (
          <RailLink key={page.path} page={page} narrow={narrow} />
        ))}
      </Box>
      <Box sx={{ mt: 'auto', pt: 3, borderTop: 1, borderColor: 'line' }}>
        <MailLink narrow={narrow} />
        <AccountMenu narrow={narrow} />
      </Box>
    </Box>
  );
}

function RailLink({ page, narrow }: { page: Page; narrow: boolean }) {
  const { t } = useTranslation('common');
  const name = t(`navigation.${page.name}`);
  const link = (
    <Box
      component={NavLink}
      to={page.path}
      end={page.path === '/'}
      sx={[item, narrow && { justifyContent: 'center', px: 0 }]}
    >
      <page.icon />
      <Box component="span" sx={narrow ? hidden : undefined}>
        {name}
      </Box>
    </Box>
  );
  return narrow ? (
    <Tooltip title={name} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

const rail = {
  display: 'flex',
  flexDirection: 'column',
  flexShrink: 0,
  px: 3,
  pt: 5.5,
  pb: 3,
  borderRight: 1,
  borderColor: 'line',
  bgcolor: 'paper',
} as const;
