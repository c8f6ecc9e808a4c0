/** "2026-11-30", as a date field holds it. */
export function dayOf(at: number): string {
  const day = new Date(at);
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return `${part(day.getFullYear(), 4)}-${part(day.getMonth() + 1, 2)}-${part(day.getDate(), 2)}`;
}

/**
 * The local midnight at which a day begins, moved on by so many days; UTC ms. Counted by the calendar: a day in spring has 23
 * hours. `null` for no day.
 */
export function startOfDay(day: string, later = 0): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(year, month - 1, date + later).getTime();
  return Number.isNaN(at) || at < 0 ? null : at;
}
