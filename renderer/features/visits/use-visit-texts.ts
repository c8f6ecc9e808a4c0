import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow, VisitTab } from '../../../core/contract/visits';
import { endOfLocalDay } from '../../../core/domain/visit';
import { type Format, useFormat } from '../../i18n/format';

/** A time as a row shows it, and in full. */
export interface ShownTime {
  at: number;
  shown: string;
  full: string;
}

/** The words of a row, made once for all of them. `now` is main's clock, UTC ms. */
export function useVisitTexts(now: number) {
  const { t } = useTranslation(['visits', 'common']);
  const format = useFormat();
  return useMemo(() => {
    const time = (at: number | null, day: number): ShownTime | null =>
      at === null ? null : { at, shown: format.moment(at, day), full: format.dateTime(at) };
    return {
      t,
      visitor: ({ visitorName }: VisitRow) => visitorName ?? t('row.nameRemoved'),
      /** When somebody is to come, or came. */
      first: (visit: VisitRow, tab: VisitTab) => time(comes(visit, tab), now),
      /** When they are to leave, or left; says its day only where it is another one. */
      second: (visit: VisitRow, tab: VisitTab): ShownTime | null => {
        const first = comes(visit, tab);
        const second = tab === 'history' ? visit.checkedOutAt : visit.expectedDepartureAt;
        const shown = time(second, first ?? now);
        if (shown === null || tab === 'history' || first === null || second !== endOfLocalDay(first))
          return shown;
        return { ...shown, shown: t('row.endOfDay') };
      },
      /** When a visit ended that no other column has a time of. */
      ended: (visit: VisitRow) => ended(visit, format, now),
    };
  }, [t, format, now]);
}

export type VisitTexts = ReturnType<typeof useVisitTexts>;

function comes({ expectedArrivalAt, checkedInAt }: VisitRow, tab: VisitTab): number | null {
  return tab === 'expected' ? expectedArrivalAt : checkedInAt;
}

function ended(
  { state, cancelledAt, expectedDepartureAt }: VisitRow,
  format: Format,
  now: number,
): string | null {
  if (state === 'expired') return format.moment(expectedDepartureAt, now);
  return cancelledAt === null ? null : format.moment(cancelledAt, now);
}
