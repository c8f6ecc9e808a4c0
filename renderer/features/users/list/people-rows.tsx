import { useTheme } from '@mui/material/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { useRowKeys } from '../../../components/use-row-keys';
import { useNow } from '../../../ipc/app-state';
import type { PeopleTableProps } from './people-table';
import { headHeight } from './people-table-root';
import { PersonRow } from './person-row';
import { useListWindows } from './use-list-windows';
import { useRowTexts } from './use-row-texts';
import { useFollow, useWantedPages } from './use-wanted-pages';

interface PeopleRowsProps extends Omit<PeopleTableProps, 'sorting' | 'onSort'> {
  scroller: RefObject<HTMLDivElement | null>;
}

/** The rows on screen and a few around them. */
export function PeopleRows({ scroller, first, openId, onOpen, menuId, onMenu, hasMenu }: PeopleRowsProps) {
  const { rowHeight } = useTheme();
  const texts = useRowTexts(useNow());
  const body = useRef<HTMLDivElement>(null);
  const [wanted, want] = useWantedPages();
  const rows = useListWindows(first, wanted);

  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // The head lies over the first rows of the scrolled area, so its end is that much higher.
    scrollPaddingEnd: headHeight,
    overscan: 4,
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useFollow(startIndex, endIndex, want);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means other heights.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is another list, read from its top.
  useLayoutEffect(() => {
    // Asked of the virtualiser: the element would have to be laid out first to answer, at every keystroke.
    if (virtualizer.scrollOffset) scroller.current?.scrollTo({ top: 0 });
  }, [first.query]);

  const keys = useRowKeys({
    body,
    count: rows.count,
    rowsPerScreen: Math.max(1, endIndex - startIndex - 1),
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });

  const items = virtualizer.getVirtualItems();
  const onScreen = items.some(({ index }) => index === keys.activeIndex);
  // The row that has the focus stays, or scrolling on by wheel would drop it.
  const strayed = !onScreen && (body.current?.contains(document.activeElement) ?? false);
  const tabbable = onScreen || strayed ? keys.activeIndex : startIndex;

  // Rows follow each other below a spacer: a place of its own for every row made the browser work out its style anew,
  // which cost ten times as much as the row. What isn't loaded yet is a spacer too.
  const painted = new Set<string>();
  const parts: ReactNode[] = [];
  let space = items[0]?.start ?? 0;
  const paint = (index: number, top: number | null): boolean => {
    const row = rows.rowAt(index);
    // While windows of before and after a change meet, a row can be in both: it is painted once.
    if (row === undefined || painted.has(row.id)) return false;
    painted.add(row.id);
    if (top === null && space > 0)
      parts.push(<div key={`space ${parts.length}`} aria-hidden style={{ height: space }} />);
    parts.push(
      <PersonRow
        key={row.id}
        row={row}
        index={index}
        top={top}
        texts={texts}
        tabbable={index === tabbable}
        open={row.id === openId}
        menuOpen={row.id === menuId}
        onFocus={keys.setActiveIndex}
        onOpen={onOpen}
        onMenu={onMenu}
        hasMenu={hasMenu(row)}
      />,
    );
    return true;
  };
  for (const { index } of items) space = paint(index, null) ? 0 : space + rowHeight;
  if (strayed) paint(keys.activeIndex, keys.activeIndex * rowHeight);

  return (
    <div
      role="rowgroup"
      className="body"
      ref={body}
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={keys.onKeyDown}
    >
      {parts}
    </div>
  );
}
