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
  // Only the day counts: the words stay the same while the clock moves on, and no row is painted again for them.
  const today = dayOf(now);
  return useMemo(() => {
    const time = (at: number | null, day: number): ShownTime | null =>
      at === null ? null : { at, shown: format.moment(at, day), full: format.dateTime(at) };
    return {
      t,
      visitor: ({ visitorName }: VisitRow) => visitorName ?? t('row.nameRemoved'),
      /** When somebody is to come, or came. */
      first: (visit: VisitRow, tab: VisitTab) => time(comes(visit, tab), today),
      /** When they are to leave, or left; says its day only where it is another one. */
      second: (visit: VisitRow, tab: VisitTab): ShownTime | null => {
        const first = comes(visit, tab);
        const second = tab === 'history' ? visit.checkedOutAt : visit.expectedDepartureAt;
        const sameDay = first !== null && second !== null && dayOf(first) === dayOf(second);
        const shown = time(second, sameDay ? first : today);
        const allDay = tab !== 'history' && first !== null && second === endOfLocalDay(first);
        return shown !== null && allDay ? { ...shown, shown: t('row.endOfDay') } : shown;
      },
      /** When a visit ended that no other column has a time of. */
      ended: (visit: VisitRow) => ended(visit, format, today),
    };
  }, [t, format, today]);
}

export type VisitTexts = ReturnType<typeof useVisitTexts>;

/** The beginning of a moment's local day. */
function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function comes({ expectedArrivalAt, checkedInAt }: VisitRow, tab: VisitTab): number | null {
  return tab === 'expected' ? expectedArrivalAt : checkedInAt;
}

function ended(
  { state, cancelledAt, expectedDepartureAt }: VisitRow,
  format: Format,
  today: number,
): string | null {
  if (state === 'expired') return format.moment(expectedDepartureAt, today);
  return cancelledAt === null ? null : format.moment(cancelledAt, today);
}
