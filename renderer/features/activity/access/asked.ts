import { dayOf, startOfDay } from '../local-days';

/** What the fields hold. */
export interface Wanted {
  /** `null`: all sites. */
  siteId: string | null;
  /** "2026-03-03", or "" for none. */
  day: string;
  /** "14:05", or "" for the whole day. */
  time: string;
}

/** The part of time that is asked about, UTC ms; `before` is out. A time of day is one moment. */
export interface Moments {
  from: number;
  before: number;
}

/** `null`: no day is chosen. */
export function momentsOf({ day, time }: Pick<Wanted, 'day' | 'time'>): Moments | null {
  const begin = startOfDay(day);
  const end = startOfDay(day, 1);
  if (begin === null || end === null) return null;
  if (time === '') return { from: begin, before: end };
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  // By the calendar: the hours of a day in spring aren't counted from its midnight.
  const at = new Date(begin).setHours(hours, minutes, 0, 0);
  return { from: at, before: at + 1 };
}

export interface Address {
  get(name: string): string | null;
}

/** The page's address says what is asked, so that it is there again on the way back. */
export function wantedFrom(address: Address, now: number, firstSite: string | null): Wanted {
  const site = address.get('site');
  return {
    siteId: site === 'all' ? null : (site ?? firstSite),
    day: address.get('day') ?? dayOf(now),
    time: address.get('time') ?? '',
  };
}

export function addressOf({ siteId, day, time }: Wanted): Record<string, string> {
  return { site: siteId ?? 'all', day, ...(time !== '' && { time }) };
}
