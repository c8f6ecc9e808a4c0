import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOutput } from '../../../../core/contract/index';
import { localeOf } from '../../../i18n/format';
import { sentOf } from './axis';

export interface WeekTexts {
  /** "5–11 Oct"; the current one says so. */
  period(week: number): string;
  /** Under a bar: "5 Oct". */
  label(week: number): string;
  /** All there is to say of a week. */
  sentence(week: number): string;
}

export function useWeekTexts(data: RequestOutput<'invitations.overTime'> | undefined): WeekTexts {
  const { t, i18n } = useTranslation('dashboard');
  const locale = localeOf(i18n.language);
  return useMemo(() => {
    const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
    const weeks = data?.weeks ?? [];
    const begin = (week: number) => weeks[week]?.startsAt ?? data?.endsAt ?? 0;
    const period = (week: number) => {
      // The last moment of its Sunday: days are of 23 to 25 hours.
      const shown = days.formatRange(begin(week), begin(week + 1) - 1);
      return week === weeks.length - 1 ? t('overTime.current', { week: shown }) : shown;
    };
    return {
      period,
      label: (week) => days.format(begin(week)),
      sentence: (week) => {
        const counts = weeks[week] ?? { accepted: 0, pending: 0, expired: 0 };
        const sent = t('overTime.sent', { count: sentOf(counts) });
        const { accepted, pending, expired } = counts;
        return t('overTime.sentence', { week: period(week), sent, accepted, pending, expired });
      },
    };
  }, [t, locale, data]);
}
