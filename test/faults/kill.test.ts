import { expect, test } from 'vitest';
import { runSeed, tell } from '../support/seed';
import { killedWhileWriting } from './mixed-writes';

const seed = runSeed();

test.each<{ acts: 'mixed' | 'lists'; rounds: number }>([
  { acts: 'mixed', rounds: 22 },
  { acts: 'lists', rounds: 4 },
])(
  'killed during $acts writes: what was acknowledged is there, and all is whole',
  async ({ acts, rounds }) => {
    const outcome = await killedWhileWriting({ seed, rounds, acts });
    tell(`killed, ${acts} writes: seed ${seed}, ${JSON.stringify(outcome)}`);
    expect(outcome).toMatchObject({ rounds, problems: [] });
  },
  120_000,
);
