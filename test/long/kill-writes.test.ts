import { expect, test } from 'vitest';
import { killedWhileWriting } from '../faults/mixed-writes';
import { runSeed, tell } from '../support/seed';

const seed = runSeed();

test.each<{ acts: 'mixed' | 'lists'; rounds: number }>([
  { acts: 'mixed', rounds: 400 },
  { acts: 'lists', rounds: 60 },
])('killed during $acts writes', async ({ acts, rounds }) => {
  const outcome = await killedWhileWriting({ seed, rounds, acts });
  tell(`killed, ${acts} writes: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
});
