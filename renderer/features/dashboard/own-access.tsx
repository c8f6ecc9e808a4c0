import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../core/contract/app';
import { hasAllSites } from '../../../core/domain/role';
import { Address } from '../../components/address';
import { Facts } from '../../components/facts';
import { Panel } from '../../components/panel';
import { useFormat } from '../../i18n/format';
import { useRoleModel, useRoleName } from '../../i18n/role-name';

interface OwnAccessProps {
  session: SessionView;
  /** Takes all of its place, beside something else. */
  fill?: boolean;
}

/** Who one is at this desk, as the grant says it. */
export function OwnAccess({ session, fill = false }: OwnAccessProps) {
  const { t } = useTranslation(['dashboard', 'common']);
  const format = useFormat();
  const roleName = useRoleName();
  const model = useRoleModel();
  const sites = hasAllSites(session.role)
    ? t('common:organizationWide')
    : format.list(session.sites.map((site) => site.name));
  return (
    <Panel labelledBy="own-access" fill={fill}>
      <Typography id="own-access" variant="section" component="h2">
        {t('dashboard:access.title')}
      </Typography>
      <Typography color="secondInk" sx={{ mt: 0.5, mb: 5 }}>
        {t('dashboard:access.text')}
      </Typography>
      <Box sx={{ '& dl': { mb: 0 } }}>
        <Facts
          facts={[
            { label: t('dashboard:access.name'), value: session.displayName },
            { label: t('dashboard:access.email'), value: <Address email={session.email} /> },
            { label: t('dashboard:access.role'), value: roleName(session.role) },
            { label: t(model === 'two' ? 'dashboard:access.site' : 'dashboard:access.sites'), value: sites },
            { label: t('dashboard:access.since'), value: format.dateTime(session.startedAt) },
          ]}
        />
      </Box>
    </Panel>
  );
}
