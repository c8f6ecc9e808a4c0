import { describe, expect, it, test, vi } from 'vitest';
import {
  calendarMonth,
  community,
  dayMs,
  graceEnd,
  licenceClaims,
  licenceState,
  type SeatRule,
  seatsRunOut,
  takesSeat,
  trendMs,
  usualSeats,
} from '../../../core/domain/licence';
import { givenClaims } from '../../support/licence/development';

const validUntil = Date.UTC(2027, 0, 1);

test('a licence is active until its end, in grace for 30 days from that millisecond on, then read-only', () => {
  expect(licenceState(validUntil, validUntil - 1)).toBe('active');
  expect(licenceState(validUntil, validUntil)).toBe('grace');
  expect(graceEnd(validUntil)).toBe(Date.UTC(2027, 0, 31));
  expect(licenceState(validUntil, graceEnd(validUntil) - 1)).toBe('grace');
  expect(licenceState(validUntil, graceEnd(validUntil))).toBe('readOnly');
});

test('Community has 25 users, 5 sites, 1 000 check-ins a month, and no end', () => {
  expect(community.limits).toEqual({ users: 25, sites: 5, checkInsPerMonth: 1000 });
  expect(licenceState(community.validUntil, Number.MAX_SAFE_INTEGER)).toBe('active');
});

describe('a seat', () => {
  it('is taken by active people and pending invitations of every role, unless the licence says otherwise', () => {
    expect(takesSeat(usualSeats, { role: 'member', state: 'active' })).toBe(true);
    expect(takesSeat(usualSeats, { role: 'tenant_admin', state: 'invited' })).toBe(true);
    expect(takesSeat(usualSeats, { role: 'member', state: 'inactive' })).toBe(false);
  });

  it('is taken by the roles a licence names; inactive accounts have none any more', () => {
    const rule: SeatRule = { roles: ['tenant_admin'], states: ['active', 'inactive'] };
    expect(takesSeat(rule, { role: 'member', state: 'active' })).toBe(false);
    expect(takesSeat(rule, { role: 'tenant_admin', state: 'active' })).toBe(true);
    expect(takesSeat(rule, { role: 'tenant_admin', state: 'invited' })).toBe(false);
    expect(takesSeat(rule, { role: 'member', state: 'inactive' })).toBe(true);
  });
});

describe('claims', () => {
  it('count all roles, active and invited, when the licence names no seats', () => {
    const { seats: _seats, ...claims } = givenClaims();
    expect(licenceClaims.parse(claims).seats).toEqual(usualSeats);
  });

  it('pass over what this app does not know', () => {
    expect(licenceClaims.parse({ ...givenClaims(), colour: 'green' })).toEqual(givenClaims());
  });

  it.each([
    ['another format', { format: 2 }],
    ['no customer', { customer: ' ' }],
    ['a limit that is no whole number', { limits: { users: 1.5, sites: null, checkInsPerMonth: null } }],
    ['a limit below zero', { limits: { users: -1, sites: null, checkInsPerMonth: null } }],
    ['a limit left out', { limits: { users: 1, sites: 1 } }],
    ['an unknown state', { seats: { roles: ['member'], states: ['asleep'] } }],
    ['no role', { seats: { roles: [], states: ['active'] } }],
    ['an end beyond all dates', { validUntil: Number.MAX_SAFE_INTEGER }],
  ])('are none with %s', (_what, change) => {
    expect(licenceClaims.safeParse({ ...givenClaims(), ...change }).success).toBe(false);
  });
});

describe('a calendar month', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Auckland'])(
    'is the local one in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      const first = new Date(2026, 9, 1).getTime();
      const next = new Date(2026, 10, 1).getTime();
      expect(first % dayMs === 0).toBe(zone === 'UTC');
      // October has the change of the clocks in Berlin.
      for (const at of [first, new Date(2026, 9, 15, 12).getTime(), next - 1]) {
        expect(calendarMonth(at)).toEqual({ from: first, until: next });
      }
      expect(calendarMonth(next).from).toBe(next);
      expect(calendarMonth(first - 1).until).toBe(first);
    },
  );

  it('goes over the year’s end', () => {
    const december = calendarMonth(new Date(2026, 11, 31, 23, 59, 59, 999).getTime());
    expect(december.until).toBe(new Date(2027, 0, 1).getTime());
  });
});

describe('when the seats run out', () => {
  const now = Date.UTC(2026, 10, 22);

  it('follows the last 90 days in a straight line', () => {
    expect(seatsRunOut({ used: 80, limit: 100 }, 10, now)).toBe(now + 2 * trendMs);
    expect(seatsRunOut({ used: 99, limit: 100 }, 90, now)).toBe(now + dayMs);
  });

  it.each([
    ['nobody came', { used: 80, limit: 100 }, 0],
    ['more left than came', { used: 80, limit: 100 }, -3],
    ['there is no limit', { used: 80, limit: null }, 10],
    ['they have run out already', { used: 100, limit: 100 }, 10],
    ['there are too many after a downgrade', { used: 120, limit: 100 }, 10],
    ['it is years ahead', { used: 1, limit: 100_000 }, 1],
  ])('is not said when %s', (_why, usage, gained) => {
    expect(seatsRunOut(usage, gained, now)).toBeNull();
  });
});
