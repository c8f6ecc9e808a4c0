import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { type VisitTab, visitTab } from '../../../core/contract/visits';

/**
 * The tab stands in the address, so that a link can lead to it. A wish for the dialog (`?act=new`) is taken out of it
 * once heard, so that the same link works again.
 */
export function useVisitsAddress(onNew: () => void): { tab: VisitTab; setTab: (tab: VisitTab) => void } {
  const [params, setParams] = useSearchParams();
  const wish = params.get('act');
  const tab = visitTab.safeParse(params.get('tab')).data ?? 'expected';
  const setTab = useCallback((next: VisitTab) => setParams({ tab: next }, { replace: true }), [setParams]);

  useEffect(() => {
    if (wish === null) return;
    if (wish === 'new') onNew();
    setTab(tab);
  }, [wish, onNew, setTab, tab]);

  return { tab, setTab };
}
