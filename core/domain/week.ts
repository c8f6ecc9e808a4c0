/**
 * The last `count` weeks by the local calendar, the one `now` falls into last: UTC ms of the Mondays they begin on, and of
 * the one after them. A week is 167 or 169 hours long when the clocks change in it.
 */
export function weekBounds(now: number, count: number): number[] {
  const today = new Date(now);
  // Sunday is the seventh day here, not the first.
  const sinceMonday = (today.getDay() + 6) % 7;
  const monday = today.getDate() - sinceMonday;
  return Array.from({ length: count + 1 }, (_bound, index) =>
    new Date(today.getFullYear(), today.getMonth(), monday + 7 * (index + 1 - count)).getTime(),
  );
}
