import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useRequest } from '../../ipc/query';
import { PanelSkeleton } from './panel-skeleton';

/** How the database's key is kept, said plainly, above all where the computer offers no real protection. */
export function DataProtection() {
  const { t } = useTranslation('settings');
  const id = useId();
  const { data, error } = useRequest('security.status', {});
  if (data === undefined) return <PanelSkeleton height={160} error={error} />;
  return (
    <Panel labelledBy={`${id}-title`}>
      <Typography id={`${id}-title`} variant="section" component="h2" sx={{ mb: 5 }}>
        {t('security.title')}
      </Typography>
      <Facts
        facts={[
          { label: t('security.key'), value: t(`security.${data.keyStore}`) },
          { label: t('security.path'), value: data.databasePath },
        ]}
      />
      <Notice tone={data.keyStore === 'keychain' ? 'quiet' : 'pending'}>
        {t(`security.${data.keyStore}Text`)}
      </Notice>
    </Panel>
  );
}
