import { useTranslation } from 'react-i18next';
import type { Organisation } from './drafts';
import type { SettingFact } from './setting-fact';

export function useOrganisationFacts(): (organisation: Organisation) => SettingFact[] {
  const { t } = useTranslation('settings');
  return ({ name, roleModel, visitRetentionDays }) => [
    { field: 'name', label: t('organisation.name'), value: name },
    { field: 'roleModel', label: t('organisation.roleModel'), value: t(`organisation.${roleModel}`) },
    {
      field: 'visitRetentionDays',
      label: t('organisation.retention'),
      value: t('form.days', { count: visitRetentionDays }),
    },
  ];
}
