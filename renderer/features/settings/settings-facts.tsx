import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts';
import { Panel } from '../../components/panel';
import type { SettingFact } from './setting-fact';

/** A panel of settings for somebody who may read them only. */
export function SettingsFacts({ title, facts }: { title: string; facts: readonly SettingFact[] }) {
  const { t } = useTranslation('settings');
  const id = useId();
  return (
    <Panel labelledBy={`${id}-title`}>
      <Typography id={`${id}-title`} variant="section" component="h2" sx={{ mb: 5 }}>
        {title}
      </Typography>
      <Facts facts={facts} />
      <Typography variant="body2" color="thirdInk">
        {t('form.readOnly')}
      </Typography>
    </Panel>
  );
}
