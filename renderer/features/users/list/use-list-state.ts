import { useCallback, useMemo, useState } from 'react';
import type { Preset } from '../../../components/statistic-cards';
import { useSession } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import {
  type Filters,
  filtersOf,
  firstSorting,
  type ListTab,
  type ListView,
  noFilters,
  presetOf,
  type Sorting,
  tabOf,
  toQuery,
} from './filters';

/** Everything set on the page that decides what is listed. The view is remembered per person, the rest is not. */
export function useListState() {
  const { preferences } = useSession();
  const { mutate: remember } = useSend('app.setPreferences');
  const [view, setView] = useState<ListView>(preferences.usersView);
  const [tab, setTab] = useState<ListTab>('users');
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [sorting, setSorting] = useState<Sorting>(firstSorting);

  const query = useMemo(() => toQuery(filters, sorting, view, tab), [filters, sorting, view, tab]);

  const show = useCallback((preset: Preset) => {
    setFilters(filtersOf(preset));
    setTab(tabOf(preset));
  }, []);
  /** Finds somebody in the whole list, or under one tab where there are tabs. */
  const find = useCallback((search: string, under: ListTab) => {
    setFilters({ ...noFilters, search });
    setTab(under);
  }, []);
  const change = useCallback(
    (part: Partial<Filters>) => setFilters((before) => ({ ...before, ...part })),
    [],
  );
  const clear = useCallback(() => setFilters(noFilters), []);
  const changeView = useCallback(
    (next: ListView) => {
      setView(next);
      remember({ usersView: next });
    },
    [remember],
  );

  const preset = presetOf(filters, view, tab);
  /** A pressed card lets go of its filter again. */
  const pressCard = useCallback(
    (pressed: Preset) => (pressed === preset ? clear() : show(pressed)),
    [preset, clear, show],
  );

  return {
    view,
    changeView,
    tab,
    setTab,
    filters,
    change,
    clear,
    sorting,
    setSorting,
    query,
    preset,
    show,
    find,
    pressCard,
  };
}
