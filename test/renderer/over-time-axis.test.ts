import { expect, test } from 'vitest';
import { axisTop } from '../../renderer/features/dashboard/over-time/axis';

test('the top of the picture is round, not below the highest bar, and its half is whole', () => {
  for (let most = 0; most <= 5000; most += 1) {
    const top = axisTop(most);
    expect(top).toBeGreaterThanOrEqual(Math.max(1, most));
    expect(top / 2).toBe(Math.floor(top / 2));
    // Not so high that the highest bar is lost below it.
    if (most >= 2) expect(top).toBeLessThanOrEqual(most * 1.6);
  }
  expect([0, 1, 3, 10, 11, 13, 47, 100, 101, 106].map(axisTop)).toEqual([
    2, 2, 4, 10, 12, 16, 50, 100, 120, 120,
  ]);
});
