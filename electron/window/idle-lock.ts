interface Parts {
  /** Milliseconds that only ever go forward: time on a chair is not the wall clock's, so setting that changes nothing. */
  elapsed: () => number;
  /** Without input for this many milliseconds a window locks (product.md §4). */
  after: () => number;
  lock: (windowId: number) => void;
}

/** Counts each window's own input: what happens elsewhere on the computer is no sign of somebody at this window. */
export function createIdleLock({ elapsed, after, lock }: Parts) {
  const lastInput = new Map<number, number>();
  return {
    noteInput(windowId: number): void {
      lastInput.set(windowId, elapsed());
    },
    closed(windowId: number): void {
      lastInput.delete(windowId);
    },
    tick(): void {
      const now = elapsed();
      const limit = after();
      for (const [windowId, at] of lastInput) {
        if (now - at >= limit) lock(windowId);
      }
    },
  };
}
