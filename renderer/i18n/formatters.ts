/** The platform's formatters of one locale. */
export type Formatters = ReturnType<typeof createFormatters>;

const made = new Map<string, Formatters>();

/**
 * Each is made once and when it is first used: making one takes longer than a row of the list, and every card, menu
 * and page asks for them.
 */
export function formattersOf(locale: string): Formatters {
  const own = made.get(locale) ?? createFormatters(locale);
  made.set(locale, own);
  return own;
}

function createFormatters(locale: string) {
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options));
  const units = (unit: string) =>
    once(() => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }));
  const sizes = (unit: string, maximumFractionDigits: number) =>
    once(() => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }));
  return {
    numbers: once(() => new Intl.NumberFormat(locale)),
    seconds: units('second'),
    minutes: units('minute'),
    dateTimes: dates({ dateStyle: 'long', timeStyle: 'short' }),
    dates: dates({ dateStyle: 'long' }),
    days: dates({ dateStyle: 'full' }),
    thisYear: dates({ day: 'numeric', month: 'short' }),
    otherYear: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    weekdays: dates({ weekday: 'long' }),
    times: dates({ timeStyle: 'short' }),
    kilobytes: sizes('kilobyte', 0),
    megabytes: sizes('megabyte', 1),
    gigabytes: sizes('gigabyte', 1),
    lists: once(() => new Intl.ListFormat(locale, { type: 'conjunction' })),
  };
}

function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
