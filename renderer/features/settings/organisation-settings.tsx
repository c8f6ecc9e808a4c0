import { useTranslation } from 'react-i18next';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import { OrganisationForm } from './organisation-form';
import { PanelSkeleton } from './panel-skeleton';
import { SettingsFacts } from './settings-facts';
import { useOrganisationFacts } from './use-organisation-facts';

/** Its name, its role model and how long visits are kept: to edit, or to read for those who may not. */
export function OrganisationSettings() {
  const { t } = useTranslation('settings');
  const can = useCan();
  const facts = useOrganisationFacts();
  const { data, error, refetch } = useRequest('organisation.get', {});
  if (data === undefined) return <PanelSkeleton height={340} error={error} />;
  return can('organisation.update') ? (
    <OrganisationForm current={data} reload={async () => (await refetch()).data} />
  ) : (
    <SettingsFacts title={t('organisation.title')} facts={facts(data)} />
  );
}
