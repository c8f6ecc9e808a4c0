import { hour } from './clock';

/** A local day so many days after a moment, as a date field takes it. */
export function dayAfter(moment: number, days: number): string {
  const day = new Date(moment);
  day.setDate(day.getDate() + days);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${part(day.getMonth() + 1)}-${part(day.getDate())}`;
}

/** From a moment to the local midnight that ends the day so many days after it, ms. */
export function untilEndOfDay(moment: number, days: number): number {
  const midnight = new Date(moment);
  midnight.setDate(midnight.getDate() + days + 1);
  midnight.setHours(0, 0, 0, 0);
  return Math.max(hour, midnight.getTime() - moment);
}
