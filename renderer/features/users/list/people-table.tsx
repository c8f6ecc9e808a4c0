import { useTheme } from '@mui/material/styles';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListRow } from '../../../../core/contract/users';
import { useNow } from '../../../ipc/app-state';
import type { Sorting } from './filters';
import { PeopleTableHead } from './people-table-head';
import { headHeight, PeopleTableRoot } from './people-table-root';
import { PersonRow } from './person-row';
import type { FirstPage } from './use-first-page';
import { useListWindows } from './use-list-windows';
import { useRowKeys } from './use-row-keys';
import { useRowTexts } from './use-row-texts';
import { useFollow, useWantedPages } from './use-wanted-pages';

interface PeopleTableProps {
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
}

/** Up to 100 000 rows of which only those on screen exist. The table scrolls inside, its head stays. */
export function PeopleTable({ first, sorting, onSort, openId, onOpen, menuId, onMenu }: PeopleTableProps) {
  const { t } = useTranslation('users');
  const { rowHeight } = useTheme();
  const texts = useRowTexts(useNow());
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const active = useRef(0);

  const [wanted, want] = useWantedPages();
  const rows = useListWindows(first, wanted);

  const rangeExtractor = useCallback((range: Range) => {
    const indexes = defaultRangeExtractor(range);
    // The row that has the focus stays, or scrolling on by wheel would drop it.
    const kept = active.current;
    const focusInside = body.current?.contains(document.activeElement) ?? false;
    if (focusInside && kept < range.count && !indexes.includes(kept)) indexes.push(kept);
    return indexes;
  }, []);
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // The head lies over the first rows of the scrolled area, so its end is that much higher.
    scrollPaddingEnd: headHeight,
    overscan: 6,
    rangeExtractor,
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useFollow(startIndex, endIndex, want);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means other heights.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is another list, read from its top.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [first.query]);

  const keys = useRowKeys({
    body,
    count: rows.count,
    rowsPerScreen: Math.max(1, endIndex - startIndex - 1),
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });
  active.current = keys.activeIndex;

  const items = virtualizer.getVirtualItems();
  const tabbable = items.some(({ index }) => index === keys.activeIndex) ? keys.activeIndex : startIndex;
  const painted = new Set<string>();

  return (
    <PeopleTableRoot>
      <div
        ref={scroller}
        className="scroller"
        role="table"
        aria-label={t('table.label')}
        aria-rowcount={first.list.total.capped ? -1 : rows.count + 1}
      >
        <PeopleTableHead sorting={sorting} onSort={onSort} withActions={onMenu !== null} />
        <div
          role="rowgroup"
          className="body"
          ref={body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={keys.onKeyDown}
        >
          {items.map(({ index, start }) => {
            const row = rows.rowAt(index);
            // While windows of before and after a change meet, a row can be in both: it is painted once.
            if (row === undefined || painted.has(row.id))
              return <Placeholder key={`at ${index}`} top={start} />;
            painted.add(row.id);
            return (
              <PersonRow
                key={row.id}
                row={row}
                index={index}
                top={start}
                texts={texts}
                tabbable={index === tabbable}
                open={row.id === openId}
                menuOpen={row.id === menuId}
                onFocus={keys.setActiveIndex}
                onOpen={onOpen}
                onMenu={onMenu}
              />
            );
          })}
        </div>
      </div>
    </PeopleTableRoot>
  );
}

/** The shape of a row that is on its way. */
function Placeholder({ top }: { top: number }) {
  return (
    <div className="placeholder" aria-hidden style={{ top }}>
      <div className="bar" style={{ width: '24%' }} />
      <div className="bar" style={{ width: '10%' }} />
      <div className="bar" style={{ width: '12%' }} />
    </div>
  );
}
