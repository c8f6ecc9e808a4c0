import { expect, test } from 'vitest';
import { absurdJumpMs, createTrustedClock } from '../../../core/services/clock/trusted-clock';
import { fakeClock } from '../../support/clock';

const minute = 60_000;
const day = 24 * 60 * minute;

function given() {
  const wall = fakeClock();
  let elapsed = 0;
  const clock = createTrustedClock({ wall, elapsed: () => elapsed });
  const begin = wall.now();
  return {
    wall,
    clock,
    begin,
    /** Time passes, and the machine's clock goes with it. */
    pass(ms: number) {
      elapsed += ms;
      wall.advance(ms);
    },
  };
}

test('goes with the machine’s clock, forward over any gap that sleep or a holiday leaves', () => {
  const { clock, wall, begin, pass } = given();
  pass(5 * minute);
  expect(clock.now()).toBe(begin + 5 * minute);
  wall.advance(30 * day);
  expect(clock.now()).toBe(begin + 30 * day + 5 * minute);
  expect(clock.trust()).toEqual({ kind: 'sound' });
});

test('set back, time goes on from the latest moment known, at its own pace', () => {
  const { clock, wall, begin, pass } = given();
  wall.advance(8 * day);
  expect(clock.now()).toBe(begin + 8 * day);
  wall.advance(-8 * day);
  expect(clock.now()).toBe(begin + 8 * day);
  expect(clock.trust()).toEqual({ kind: 'behind', byMs: 8 * day });
  pass(minute);
  expect(clock.now()).toBe(begin + 8 * day + minute);

  // Set right again, it is believed again.
  wall.advance(8 * day);
  expect(clock.now()).toBe(begin + 8 * day + minute);
  expect(clock.trust()).toEqual({ kind: 'sound' });
});

test('takes no notice of the second or two that clocks are set right by', () => {
  const { clock, wall, begin } = given();
  wall.advance(minute);
  expect(clock.now()).toBe(begin + minute);
  wall.advance(-1500);
  expect(clock.now()).toBe(begin + minute);
  expect(clock.trust()).toEqual({ kind: 'sound' });
});

test('a jump of more than 60 days counts, but is not remembered until somebody says it is right', () => {
  const { clock, wall, begin } = given();
  wall.advance(absurdJumpMs);
  expect(clock.trust()).toEqual({ kind: 'sound' });
  wall.advance(absurdJumpMs + 1);
  expect(clock.now()).toBe(begin + 2 * absurdJumpMs + 1);
  expect(clock.trust()).toEqual({ kind: 'ahead', byMs: absurdJumpMs + 1 });
  expect(clock.highWater()).toBe(begin + absurdJumpMs);

  // A mistake that is set right leaves nothing behind.
  wall.advance(-absurdJumpMs - 1);
  expect(clock.now()).toBe(begin + absurdJumpMs);

  wall.advance(absurdJumpMs + 1);
  clock.confirm();
  expect(clock.trust()).toEqual({ kind: 'sound' });
  expect(clock.highWater()).toBe(begin + 2 * absurdJumpMs + 1);
});

test('answers whole milliseconds, whatever the counter gives', () => {
  const wall = fakeClock();
  let elapsed = 0.25;
  const clock = createTrustedClock({ wall, elapsed: () => elapsed });
  clock.remember(wall.now() + day);
  elapsed = 17.75;
  expect(clock.now()).toBe(wall.now() + day + 17);
});

test('what an earlier run remembered holds from the start', () => {
  const { clock, wall } = given();
  const mark = wall.now() + 3 * day;
  clock.remember(mark);
  expect(clock.now()).toBe(mark);
  expect(clock.trust()).toMatchObject({ kind: 'behind' });
});
