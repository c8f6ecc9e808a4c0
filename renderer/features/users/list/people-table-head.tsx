import { useTranslation } from 'react-i18next';
import { type SortColumn, sortColumn } from '../../../../core/contract/users';
import { VisuallyHidden } from '../../../components/visually-hidden';
import type { Sorting } from './filters';

interface PeopleTableHeadProps {
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** Whether rows end with a menu. */
  withActions: boolean;
}

export function PeopleTableHead({ sorting, onSort, withActions }: PeopleTableHeadProps) {
  const { t } = useTranslation('users');
  return (
    <div role="rowgroup" className="head">
      <div role="row" aria-rowindex={1} className="row">
        {sortColumn.options.map((column) => (
          <div
            key={column}
            role="columnheader"
            className={`cell ${column}`}
            aria-sort={
              sorting.column === column
                ? sorting.direction === 'asc'
                  ? 'ascending'
                  : 'descending'
                : undefined
            }
          >
            <button type="button" className="sort" onClick={() => onSort(nextSorting(sorting, column))}>
              {t(`table.${column}`)}
              <span className="arrow" aria-hidden>
                {sorting.column === column && sorting.direction === 'desc' ? '↓' : '↑'}
              </span>
            </button>
          </div>
        ))}
        {withActions && (
          <div role="columnheader" className="cell actions">
            <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
          </div>
        )}
      </div>
    </div>
  );
}

/** A new column starts where people look first: texts at A, activity at the latest. */
function nextSorting(current: Sorting, column: SortColumn): Sorting {
  if (current.column === column) return { column, direction: current.direction === 'asc' ? 'desc' : 'asc' };
  return { column, direction: column === 'lastActivity' ? 'desc' : 'asc' };
}
