import { createPace } from '../audit-log/pace';

/** Sorted at a stretch: about a millisecond. */
const runLength = 1000;

/** A merge sort that gives others their turn: a hundred thousand names at once would hold everybody up. Stable. */
export async function pacedSort<T>(items: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  const pace = createPace();
  let runs: T[][] = [];
  for (let begin = 0; begin < items.length; begin += runLength) {
    runs.push(items.slice(begin, begin + runLength).sort(compare));
    await pace();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? []));
    }
    runs = merged;
  }
  return runs[0] ?? [];

  async function merge(left: readonly T[], right: readonly T[]): Promise<T[]> {
    const result: T[] = [];
    let [l, r] = [0, 0];
    while (l < left.length || r < right.length) {
      const a = left[l];
      const b = right[r];
      if (a !== undefined && (b === undefined || compare(a, b) <= 0)) {
        result.push(a);
        l += 1;
      } else if (b !== undefined) {
        result.push(b);
        r += 1;
      }
      if (result.length % runLength === 0) await pace();
    }
    return result;
  }
}
