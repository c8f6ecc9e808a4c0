import type { ListQuery, ListStatus, SortColumn } from '../../../../core/contract/users';
import type { Role } from '../../../../core/domain/role';
import { type Preset, presets } from '../../../components/statistic-cards';

/** What the person has set above the list. The view decides the rest of the query (see `toQuery`). */
export interface Filters {
  search: string;
  status: ListStatus | null;
  role: Role | null;
  siteId: string | null;
  /** Set by the Total Users card in the unified view: people only, no invitations. */
  peopleOnly: boolean;
}

export interface Sorting {
  column: SortColumn;
  direction: 'asc' | 'desc';
}

export type ListView = 'unified' | 'tabbed';
export type ListTab = 'users' | 'invitations';

export const noFilters: Filters = { search: '', status: null, role: null, siteId: null, peopleOnly: false };
export const firstSorting: Sorting = { column: 'email', direction: 'asc' };

const presetFilters: Record<Preset, Filters> = {
  people: { ...noFilters, peopleOnly: true },
  administrators: { ...noFilters, role: 'tenant_admin', status: 'active', peopleOnly: true },
  pending: { ...noFilters, status: 'pending' },
  expired: { ...noFilters, status: 'expired' },
};

export function filtersOf(preset: Preset): Filters {
  return presetFilters[preset];
}

/** The tab that holds what a card promises. */
export function tabOf(preset: Preset): ListTab {
  return preset === 'people' || preset === 'administrators' ? 'users' : 'invitations';
}

export function isPreset(text: string | null): text is Preset {
  return presets.some((preset) => preset === text);
}

/** The card that stands for these filters, if one does. A search or a site narrows further, so then none is. */
export function presetOf(filters: Filters, view: ListView, tab: ListTab): Preset | null {
  const matches = (preset: Preset) => {
    const wanted = presetFilters[preset];
    const people = view === 'unified' ? filters.peopleOnly : tab === 'users';
    return (
      filters.search === '' &&
      filters.siteId === null &&
      filters.status === wanted.status &&
      filters.role === wanted.role &&
      (wanted.peopleOnly ? people : view === 'unified' ? !people : tab === tabOf(preset))
    );
  };
  return presets.find(matches) ?? null;
}

export function isFiltered(filters: Filters): boolean {
  return filterCount(filters) > 0 || filters.search !== '' || filters.peopleOnly;
}

/** How many of the three filters are set; shown on the button that gathers them in a narrow window. */
export function filterCount(filters: Filters): number {
  return [filters.status, filters.role, filters.siteId].filter((value) => value !== null).length;
}

export function toQuery(filters: Filters, sorting: Sorting, view: ListView, tab: ListTab): ListQuery {
  const unified = filters.peopleOnly ? 'users' : 'all';
  return {
    kind: view === 'unified' ? unified : tab,
    search: filters.search,
    status: filters.status,
    role: filters.role,
    siteId: filters.siteId,
    sort: sorting.column,
    direction: sorting.direction,
  };
}
