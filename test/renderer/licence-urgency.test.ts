import { expect, test } from 'vitest';
import { urgencyOf } from '../../renderer/app/licence-urgency';

const day = 86_400_000;
const graceUntil = Date.UTC(2027, 0, 30);
const grace = { state: 'grace', validUntil: graceUntil - 30 * day, graceUntil } as const;

test.each([
  { left: 30 * day, level: 'line', days: 30 },
  { left: 20 * day + 1, level: 'line', days: 21 },
  { left: 20 * day, level: 'banner', days: 20 },
  { left: 7 * day + 1, level: 'banner', days: 8 },
  { left: 7 * day, level: 'loud', days: 7 },
  { left: 1, level: 'loud', days: 1 },
])('with $left ms of grace left: $level', ({ left, level, days }) => {
  expect(urgencyOf(grace, graceUntil - left)).toEqual({ level, days });
});

test('nothing is said while a licence is valid, or where there is none to end', () => {
  expect(urgencyOf({ ...grace, state: 'active' }, graceUntil - 40 * day)).toBeNull();
  expect(urgencyOf({ state: 'active', validUntil: null, graceUntil: null }, 0)).toBeNull();
});

test('read-only is said as such, and the days never count below none', () => {
  expect(urgencyOf({ ...grace, state: 'readOnly' }, graceUntil + 5 * day)).toEqual({
    level: 'readOnly',
    days: 0,
  });
});
