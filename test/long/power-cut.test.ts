import { expect, test } from 'vitest';
import { cutOff } from '../faults/power-cut';
import { runSeed, tell } from '../support/seed';

test.each<{ cuts: number | 'every'; acts: number }>([
  { cuts: 'every', acts: 40 },
  { cuts: 600, acts: 40 },
])('a power cut: $cuts cuts', async ({ cuts, acts }) => {
  const seed = runSeed();
  const outcome = await cutOff({ cuts, acts, seed });
  tell(`power cut, ${cuts}: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome.problems).toEqual([]);
});
