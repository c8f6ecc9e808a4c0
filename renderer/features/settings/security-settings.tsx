import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import { AccessForm } from './access-form';
import { DataProtection } from './data-protection';
import { PanelSkeleton } from './panel-skeleton';
import { RecoveryPanel } from './recovery-panel';
import { SettingsFacts } from './settings-facts';
import { SupportPanel } from './support-panel';
import { useAccessFacts } from './use-access-facts';

/** Rules for passwords and locking, the way back in, and how this desk protects its data. */
export function SecuritySettings() {
  return (
    <Box sx={{ display: 'grid', gap: 5, minWidth: 0 }}>
      <AccessRules />
      <RecoveryPanel />
      <DataProtection />
      <SupportPanel />
    </Box>
  );
}

function AccessRules() {
  const { t } = useTranslation('settings');
  const can = useCan();
  const facts = useAccessFacts();
  const { data, error, refetch } = useRequest('organisation.get', {});
  if (data === undefined) return <PanelSkeleton height={420} error={error} />;
  return can('security.update') ? (
    <AccessForm current={data} reload={async () => (await refetch()).data} />
  ) : (
    <SettingsFacts title={t('access.title')} facts={facts(data)} />
  );
}
