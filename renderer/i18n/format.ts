import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formatters, formattersOf } from './formatters';

/** English on screen is British. */
export function localeOf(language: string): string {
  return language.startsWith('de') ? 'de-DE' : 'en-GB';
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Calendar days between two moments, by the local calendar: 23:50 and 00:10 are a day apart. */
function calendarDays(from: number, to: number): number {
  const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((startOfDay(to) - startOfDay(from)) / day);
}

type ShortDates = Pick<Formatters, 'thisYear' | 'otherYear'>;

function relative(t: TFunction, shortDates: ShortDates, at: number, now: number): string {
  // A moment ahead (another desk's clock) reads as now.
  const age = Math.max(0, now - at);
  if (age < minute) return t('time.now');
  if (age < hour) return t('time.minutes', { count: Math.floor(age / minute) });
  const days = calendarDays(at, now);
  if (days === 0 || age < 6 * hour) return t('time.hours', { count: Math.floor(age / hour) });
  if (days === 1) return t('time.yesterday');
  if (days < 15) return t('time.days', { count: days });
  return shortDate(shortDates, at, now);
}

/** Calendar days away at most a day have a word; the time of day always stands behind. */
function moment(t: TFunction, formatters: Formatters, at: number, now: number): string {
  const time = formatters.times().format(at);
  const days = calendarDays(now, at);
  if (days === 0) return time;
  if (days === 1) return `${t('time.tomorrow')}, ${time}`;
  if (days === -1) return `${t('time.yesterday')}, ${time}`;
  return `${shortDate(formatters, at, now)}, ${time}`;
}

function shortDate({ thisYear, otherYear }: ShortDates, at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? thisYear : otherYear)().format(at);
}

/** By thousands, as systems show them. */
function bytes({ kilobytes, megabytes, gigabytes }: Formatters, value: number): string {
  if (value < 1e6) return kilobytes().format(Math.ceil(value / 1e3));
  return value < 1e9 ? megabytes().format(value / 1e6) : gigabytes().format(value / 1e9);
}

export interface Format {
  number(value: number): string;
  /** "3 h ago", "yesterday", "14 Sep". */
  relative(at: number, now: number): string;
  /** A time on a plan: "14:05" today, "tomorrow, 09:00", "14 Sep, 09:00". */
  moment(at: number, now: number): string;
  /** "14:05". */
  time(at: number): string;
  /** Local date and time in full. */
  dateTime(at: number): string;
  date(at: number): string;
  /** "Sunday, 22 November 2026". */
  day(at: number): string;
  /** "30 seconds", "5 minutes". */
  seconds(value: number): string;
  /** "Monday"; 0: Sunday. */
  weekday(day: number): string;
  /** "14:00". */
  hour(value: number): string;
  /** "340 kB", "12.5 MB", "1.2 GB". */
  bytes(value: number): string;
  /** "Berlin, Hamburg and Leipzig". */
  list(items: readonly string[]): string;
}

/** Dates and numbers as the app's language writes them. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return useMemo(() => {
    const own = formattersOf(locale);
    return {
      number: (value) => own.numbers().format(value),
      relative: (at, now) => relative(t, own, at, now),
      moment: (at, now) => moment(t, own, at, now),
      time: (at) => own.times().format(at),
      dateTime: (at) => own.dateTimes().format(at),
      date: (at) => own.dates().format(at),
      day: (at) => own.days().format(at),
      seconds: (value) =>
        value < 60 ? own.seconds().format(value) : own.minutes().format(Math.ceil(value / 60)),
      // A Sunday long ago.
      weekday: (day) => own.weekdays().format(new Date(2023, 0, 1 + day)),
      hour: (value) => own.times().format(new Date(2023, 0, 1, value)),
      bytes: (value) => bytes(own, value),
      list: (items) => own.lists().format(items),
    };
  }, [t, locale]);
}
