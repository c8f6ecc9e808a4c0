import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface RowKeys {
  /** The one row that Tab reaches. */
  activeIndex: number;
  setActiveIndex: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

interface RowKeysOptions {
  body: RefObject<HTMLElement | null>;
  count: number;
  /** Rows that fit on the screen: what Page Up and Page Down move by. */
  rowsPerScreen: number;
  scrollToIndex: (index: number) => void;
}

/** Arrows, Page Up and Down, Home and End move between rows. A row may have to be scrolled to before it exists. */
export function useRowKeys({ body, count, rowsPerScreen, scrollToIndex }: RowKeysOptions): RowKeys {
  const [active, setActiveIndex] = useState(0);
  const activeIndex = Math.max(0, Math.min(active, count - 1));
  const focusNext = useRef<number | null>(null);

  const focusWanted = () => {
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${focusNext.current}"]`);
    if (row == null) return;
    focusNext.current = null;
    row.focus({ preventScroll: true });
  };

  // On every painting: the row may come one painting after the scroll. Never when the person has gone elsewhere.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const focused = document.activeElement;
    if (focused === document.body || body.current?.contains(focused)) focusWanted();
    else focusNext.current = null;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return;
    const target = targetOf(event.key, activeIndex, rowsPerScreen, count);
    if (target === null) return;
    event.preventDefault();
    focusNext.current = target;
    setActiveIndex(target);
    scrollToIndex(target);
    focusWanted();
  };

  return { activeIndex, setActiveIndex, onKeyDown };
}

function targetOf(key: string, from: number, rowsPerScreen: number, count: number): number | null {
  const within = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'PageDown':
      return within(from + rowsPerScreen);
    case 'PageUp':
      return within(from - rowsPerScreen);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
