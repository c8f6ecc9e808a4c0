import { useEffect, useRef, useState } from 'react';
import { pageSize } from './use-first-page';

/** Between two requests while the list is dragged past: often enough to follow, seldom enough to stay smooth. */
const pauseMs = 80;

export interface WantedPages {
  from: number;
  to: number;
}

const firstPages: WantedPages = { from: 0, to: 0 };

/** The pages to have loaded, following what is on screen (see `useFollow`). */
export function useWantedPages() {
  return useState(firstPages);
}

/** Asks for the pages of the rows on screen and some rows ahead; follows a fast scroll in steps. */
export function useFollow(firstIndex: number, lastIndex: number, want: (pages: WantedPages) => void): void {
  const from = Math.max(0, Math.floor((firstIndex - pageSize / 4) / pageSize));
  const to = Math.floor((lastIndex + pageSize / 2) / pageSize);
  const lastStep = useRef(0);

  useEffect(() => {
    const wait = Math.max(0, lastStep.current + pauseMs - performance.now());
    const timer = setTimeout(() => {
      lastStep.current = performance.now();
      want({ from, to });
    }, wait);
    return () => clearTimeout(timer);
  }, [from, to, want]);
}
