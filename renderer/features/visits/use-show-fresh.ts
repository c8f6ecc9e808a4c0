import { type RefObject, useEffect } from 'react';
import type { VisitRow } from '../../../core/contract/visits';
import type { MoreVisits } from './visit-table';

/** Brings the visit that was just registered into view, however far down its time puts it. */
export function useShowFresh(
  body: RefObject<HTMLElement | null>,
  fresh: string | null,
  rows: readonly VisitRow[],
  more: MoreVisits | null,
): void {
  const listed = rows.some(({ id }) => id === fresh);
  useEffect(() => {
    if (fresh === null || !listed) return;
    body.current?.querySelector(`[data-visit="${fresh}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [body, fresh, listed]);
  useEffect(() => {
    if (fresh !== null && !listed && more !== null && !more.loading) more.load();
  }, [fresh, listed, more]);
}
