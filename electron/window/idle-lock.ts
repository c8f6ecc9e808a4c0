/** Without input for this long a window locks (product.md §4). */
export const idleMs = 10 * 60_000;

interface Parts {
  /** Milliseconds that only ever go forward: time on a chair is not the wall clock's, so setting that changes nothing. */
  elapsed: () => number;
  lock: (windowId: number) => void;
}

/** Counts each window's own input: what happens elsewhere on the computer is no sign of somebody at this window. */
export function createIdleLock({ elapsed, lock }: Parts) {
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
      for (const [windowId, at] of lastInput) {
        if (now - at >= idleMs) lock(windowId);
      }
    },
  };
}
