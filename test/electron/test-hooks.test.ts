import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { offsetClock } from '../../electron/platform/clock';
import { testHooks } from '../../electron/platform/test-hooks';
import { fakeClock } from '../support/clock';
import { tempFolder } from '../support/db';

it('moves the clock by what the file says at every use, and keeps the last readable offset', () => {
  const file = join(tempFolder(), 'clock');
  const wall = fakeClock(1_000_000);
  const clock = offsetClock(wall, testHooks(false, { ATRIUM_TEST_CLOCK: file }).clockOffset);
  expect(clock.now()).toBe(1_000_000);
  writeFileSync(file, '900000\n');
  expect(clock.now()).toBe(1_900_000);
  for (const unreadable of ['', '  ', 'soon', 'NaN', 'Infinity', '1e99']) {
    writeFileSync(file, unreadable);
    expect(clock.now()).toBe(1_900_000);
  }
  writeFileSync(file, '-500.7');
  expect(clock.now()).toBe(999_500);
  rmSync(file);
  wall.advance(5);
  expect(clock.now()).toBe(999_505);
});

it('does not exist in a packaged app', () => {
  const file = join(tempFolder(), 'clock');
  writeFileSync(file, '900000');
  const hooks = testHooks(true, { ATRIUM_TEST_CLOCK: file, ATRIUM_TEST_KEYCHAIN: file });
  expect(hooks.clockOffset()).toBe(0);
  expect(hooks.keychainFile).toBeNull();
});

it('names the file that stands in for the keychain', () => {
  expect(testHooks(false, { ATRIUM_TEST_KEYCHAIN: '/k' }).keychainFile).toBe('/k');
  expect(testHooks(false, { ATRIUM_TEST_KEYCHAIN: '' }).keychainFile).toBeNull();
});
