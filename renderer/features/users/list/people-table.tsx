import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListRow } from '../../../../core/contract/users';
import type { Sorting } from './filters';
import { PeopleRows } from './people-rows';
import { PeopleTableHead } from './people-table-head';
import { PeopleTableRoot } from './people-table-root';
import type { FirstPage } from './use-first-page';

export interface PeopleTableProps {
  first: FirstPage;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** Id of the row whose details are open. */
  openId: string | null;
  onOpen: (row: ListRow, byKeyboard: boolean) => void;
  /** Id of the row whose menu is open. */
  menuId: string | null;
  /** `null` where the reader can do nothing with any row. */
  onMenu: ((row: ListRow, anchor: HTMLElement) => void) | null;
  /** Whether something can be done with a row. */
  hasMenu: (row: ListRow) => boolean;
}

/**
 * Up to 100 000 rows of which only those on screen exist. The table scrolls inside, its head stays. Scrolling
 * renders `PeopleRows` alone: the frame with its style sheet would cost more than all rows together.
 Typing renders it once, when the answer is there.
 */
export const PeopleTable = memo(function PeopleTable({ sorting, onSort, ...rows }: PeopleTableProps) {
  const { t } = useTranslation('users');
  const scroller = useRef<HTMLDivElement>(null);
  const { total } = rows.first.list;

  return (
    <PeopleTableRoot className={rows.onMenu === null ? 'readOnly' : undefined}>
      <div
        ref={scroller}
        className="scroller"
        role="table"
        aria-label={t('table.label')}
        aria-rowcount={total.capped ? -1 : total.count + 1}
      >
        <PeopleTableHead sorting={sorting} onSort={onSort} withActions={rows.onMenu !== null} />
        <PeopleRows scroller={scroller} {...rows} />
      </div>
    </PeopleTableRoot>
  );
});
