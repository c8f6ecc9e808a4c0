import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format';
import type { SettingFact } from '../setting-fact';
import type { StoredPlan } from './plan-form';

/** The plan in words: to say what somebody else has changed. */
export function usePlanFacts(): (plan: StoredPlan) => SettingFact[] {
  const { t } = useTranslation('backups');
  const format = useFormat();
  return ({ schedule, weekday, hour, keep }) => [
    { field: 'schedule', label: t('plan.schedule'), value: t(`schedule.${schedule}`) },
    { field: 'weekday', label: t('plan.weekday'), value: format.weekday(weekday) },
    { field: 'hour', label: t('plan.hour'), value: format.hour(hour) },
    { field: 'keep', label: t('plan.keep'), value: t(`keep.${keep}`) },
  ];
}
