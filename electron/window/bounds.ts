import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

export const firstSize = { width: 1280, height: 800 } as const;
export const smallestSize = { width: 1024, height: 700 } as const;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const kept = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(smallestSize.width),
  height: z.number().int().min(smallestSize.height),
  maximized: z.boolean(),
});
export type Placement = z.infer<typeof kept>;

/** Where the last window was, or `null` when that isn't known or no screen shows it any more. */
export function readPlacement(file: string, screens: readonly Rectangle[]): Placement | null {
  try {
    const placement = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    return screens.some((screen) => contains(screen, placement)) ? placement : null;
  } catch {
    return null;
  }
}

export function writePlacement(file: string, placement: Placement): void {
  try {
    writeFileSync(file, `${JSON.stringify(placement)}\n`, { mode: 0o600 });
    // Earlier versions made it for everybody to read.
    chmodSync(file, 0o600);
  } catch {
    // The next window opens at its first size: not worth a word.
  }
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
