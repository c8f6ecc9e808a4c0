import { afterEach, describe, expect, it } from 'vitest';
import { endOfLocalDay, searchKey, visitorKey, visitState } from '../../../core/domain/visit';

const facts = { expectedDepartureAt: 1000, checkedInAt: null, checkedOutAt: null, cancelledAt: null };

describe('a visit’s state', () => {
  it.each([
    ['expected', {}, 999],
    ['expired', {}, 1000],
    ['onSite', { checkedInAt: 900 }, 5000],
    ['left', { checkedInAt: 900, checkedOutAt: 950 }, 999],
    ['cancelled', { cancelledAt: 900 }, 5000],
  ] as const)('is %s with %j at %i', (state, given, now) => {
    expect(visitState({ ...facts, ...given }, now)).toBe(state);
  });
});

describe('the end of a local day', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    ['Europe/Berlin', '2026-11-22T09:00:00Z', '2026-11-22T23:00:00Z'],
    // The clocks go forward: a day of 23 hours; and back: one of 25.
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-25T23:00:00Z'],
    // A night without a midnight: the day after begins at one.
    ['Asia/Beirut', '2026-03-28T10:00:00Z', '2026-03-28T22:00:00Z'],
    // The last moment of a year, and a zone whose day is another than UTC's.
    ['Pacific/Auckland', '2026-12-31T10:59:00Z', '2026-12-31T11:00:00Z'],
    ['America/Los_Angeles', '2026-06-02T03:00:00Z', '2026-06-02T07:00:00Z'],
  ])('in %s at %s is %s', (timeZone, at, end) => {
    process.env['TZ'] = timeZone;
    expect(new Date(endOfLocalDay(Date.parse(at))).toISOString()).toBe(new Date(end).toISOString());
  });
});

it('names are searched folded, with one blank between words', () => {
  expect(searchKey('  Zoë \u00a0 ÅNGSTRÖM ')).toBe('zoe angstrom');
  expect(visitorKey('Zoë Ek', null)).toBe('zoe ek\n');
  expect(visitorKey('Zoë\nEk', 'Søn & Co')).toBe('zoe ek\nson & co');
});
