import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';
import type { VisitRow } from '../../../core/contract/visits';

const rowOf = (control: Element): HTMLElement | null => control.closest<HTMLElement>('[data-visit]');

/**
 * An act takes its row out of the tab, and the button that had the focus with it. The keyboard then goes on with the
 * row that took its place, or with what `otherwise` names when it was the last one. The row, not a button of it: an
 * Enter held too long must not act on the next visitor.
 */
export function useRowFocus(
  panel: RefObject<HTMLElement | null>,
  rows: readonly VisitRow[],
  dialogOpen: boolean,
  otherwise: () => HTMLElement | null,
): (event: FocusEvent) => void {
  const last = useRef<{ id: string; index: number } | null>(null);
  const elsewhere = useRef(otherwise);
  elsewhere.current = otherwise;

  useEffect(() => {
    if (dialogOpen || last.current === null) return;
    const { id, index } = last.current;
    if (rows.some((row) => row.id === id)) return;
    last.current = null;
    // Whoever has gone on to something else isn't called back.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const lines = [...(panel.current?.querySelectorAll<HTMLElement>('[data-visit]') ?? [])];
    (lines[Math.min(index, lines.length - 1)] ?? elsewhere.current())?.focus();
  }, [rows, dialogOpen, panel]);

  return ({ target }) => {
    const row = rowOf(target);
    const id = row?.dataset['visit'];
    last.current = id === undefined ? null : { id, index: rows.findIndex((visit) => visit.id === id) };
  };
}
