import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Preset } from '../../components/statistic-cards';
import type { Act } from './acts/act';
import { isPreset, type ListTab } from './list/filters';

/**
 * Links lead here with a wish: `?show=pending` sets a card's filter, `?search=Ada&tab=users` finds somebody, `?act=invite`
 * opens a dialog. A wish is taken out of the address once heard, so that the same link works again.
 */
export function useAddressParams(
  onShow: (preset: Preset) => void,
  onFind: (search: string, tab: ListTab) => void,
  onAct: (act: Act) => void,
): void {
  const [params, setParams] = useSearchParams();
  const show = params.get('show');
  const search = params.get('search');
  const tab = params.get('tab') === 'invitations' ? 'invitations' : 'users';
  const act = params.get('act');

  useEffect(() => {
    if (show === null && search === null && act === null) return;
    if (isPreset(show)) onShow(show);
    if (search !== null) onFind(search, tab);
    if (act === 'add' || act === 'invite' || act === 'inviteMany') onAct({ kind: act });
    setParams({}, { replace: true });
  }, [show, search, tab, act, onShow, onFind, onAct, setParams]);
}
