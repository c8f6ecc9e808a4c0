import { describe, expect, it, vi } from 'vitest';
import { weekBounds } from '../../../core/domain/week';

/** How the bounds read on a wall clock there. */
function local(zone: string, now: Date, count: number): string[] {
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return weekBounds(now.getTime(), count).map((bound) => wall.format(bound).replaceAll(',', ''));
}

describe('weeks by the local calendar', () => {
  it.each([
    ['a Wednesday', '2026-11-25T16:00:00Z', 'Mon 23 Nov 2026'],
    ['a Monday at midnight', '2026-11-22T23:00:00Z', 'Mon 23 Nov 2026'],
    ['the last millisecond of a Sunday', '2026-11-22T22:59:59.999Z', 'Mon 16 Nov 2026'],
  ])('begin on Monday: %s', (_when, now, monday) => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(local('Europe/Berlin', new Date(now), 1)[0]).toBe(`${monday} 00:00`);
  });

  it('begin at midnight on both sides of a change of the clocks, and are an hour longer or shorter', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const autumn = new Date('2026-10-28T12:00:00Z');
    expect(local('Europe/Berlin', autumn, 3)).toEqual([
      'Mon 12 Oct 2026 00:00',
      'Mon 19 Oct 2026 00:00',
      'Mon 26 Oct 2026 00:00',
      'Mon 2 Nov 2026 00:00',
    ]);
    const hours = (bounds: number[]) => bounds.slice(1).map((end, i) => (end - (bounds[i] ?? 0)) / 3_600_000);
    expect(hours(weekBounds(autumn.getTime(), 3))).toEqual([168, 169, 168]);
    expect(hours(weekBounds(Date.UTC(2026, 3, 1), 3))).toEqual([168, 167, 168]);
  });

  it('go through the end of a year, and follow the zone of the desk', () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    expect(local('Pacific/Auckland', new Date('2027-01-03T11:30:00Z'), 2)).toEqual([
      'Mon 28 Dec 2026 00:00',
      'Mon 4 Jan 2027 00:00',
      'Mon 11 Jan 2027 00:00',
    ]);
  });
});
