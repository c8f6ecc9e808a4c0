import type { Anchor, AnchorStore } from '../../core/ports';

/** An anchor kept in memory, to be looked at and taken away. */
export function memoryAnchor(): AnchorStore & { held: Anchor | 'none' | 'foreign'; writes: number } {
  const store = {
    held: 'none' as Anchor | 'none' | 'foreign',
    writes: 0,
    read: () => store.held,
    write(anchor: Anchor) {
      store.held = anchor;
      store.writes += 1;
    },
  };
  return store;
}
