/** "2026-11-30", as a date field holds it: the last day of an account whose access ends at `leavesAt` (UTC ms). */
export function lastDay(leavesAt: number): string {
  const day = new Date(leavesAt - 1);
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return `${part(day.getFullYear(), 4)}-${part(day.getMonth() + 1, 2)}-${part(day.getDate(), 2)}`;
}

/** The local midnight after a day, UTC ms. Counted by the calendar: a day in spring has 23 hours. */
export function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}
