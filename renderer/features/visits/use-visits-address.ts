import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { type VisitTab, visitTab } from '../../../core/contract/visits';

/**
 * Links lead here with a wish: `?tab=onSite` shows a tab, `?act=new` opens the dialog. A wish is taken out of the
 * address once heard, so that the same link works again.
 */
export function useVisitsAddress(onTab: (tab: VisitTab) => void, onNew: () => void): void {
  const [params, setParams] = useSearchParams();
  const tab = params.get('tab');
  const act = params.get('act');

  useEffect(() => {
    if (tab === null && act === null) return;
    const wanted = visitTab.safeParse(tab);
    if (wanted.success) onTab(wanted.data);
    if (act === 'new') onNew();
    setParams({}, { replace: true });
  }, [tab, act, onTab, onNew, setParams]);
}
