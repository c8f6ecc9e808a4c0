import { expect, test } from 'vitest';
import { runSeed, tell } from '../support/seed';
import { cutOff } from './power-cut';

test('a power cut takes the end of the log: all up to the last whole commit is there, and nothing else', async () => {
  const seed = runSeed();
  const cuts = 25;
  const outcome = await cutOff({ cuts, acts: 25, seed });
  tell(`power cut: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ cuts, problems: [] });
}, 120_000);
