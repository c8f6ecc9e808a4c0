import { expect, test } from 'vitest';
import { damaged } from '../faults/damage';
import { runSeed, tell } from '../support/seed';

test('damaged files', async () => {
  const seed = runSeed();
  const rounds = 600;
  const outcome = await damaged({ rounds, seed });
  tell(`damaged files: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
});
