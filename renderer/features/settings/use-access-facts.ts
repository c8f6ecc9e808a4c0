import { useTranslation } from 'react-i18next';
import type { Organisation } from './drafts';
import type { SettingFact } from './setting-fact';

export function useAccessFacts(): (organisation: Organisation) => SettingFact[] {
  const { t } = useTranslation('settings');
  return ({ initialPassword, temporaryPasswordHours, idleLockMinutes, delegation }) => [
    {
      field: 'initialPassword',
      label: t('access.initialPassword'),
      value: t(`access.initial.${initialPassword}`),
    },
    {
      field: 'temporaryPasswordHours',
      label: t('access.temporary'),
      value: t('form.hours', { count: temporaryPasswordHours }),
    },
    {
      field: 'idleLockMinutes',
      label: t('access.idle'),
      value: t('form.minutes', { count: idleLockMinutes }),
    },
    {
      field: 'delegation',
      label: t('access.delegation'),
      value: t(delegation ? 'access.on' : 'access.off'),
    },
  ];
}
