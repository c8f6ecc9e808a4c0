import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Preset } from '../../components/statistic-cards';
import type { Act } from './acts/act';
import { isPreset } from './list/filters';

/**
 * Links lead here with a wish: `?show=pending` sets a card's filter, `?act=invite` opens a dialog. A wish is taken
 * out of the address once heard, so that the same link works again.
 */
export function useAddressParams(onShow: (preset: Preset) => void, onAct: (act: Act) => void): void {
  const [params, setParams] = useSearchParams();
  const show = params.get('show');
  const act = params.get('act');

  useEffect(() => {
    if (show === null && act === null) return;
    if (isPreset(show)) onShow(show);
    if (act === 'add' || act === 'invite') onAct({ kind: act });
    setParams({}, { replace: true });
  }, [show, act, onShow, onAct, setParams]);
}
