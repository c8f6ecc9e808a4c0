import { expect, test } from 'vitest';
import { runSeed, tell } from '../support/seed';
import { damaged } from './damage';

test('a damaged file is refused as it lies there, or answers what it can and says what it can’t', async () => {
  const seed = runSeed();
  const rounds = 20;
  const outcome = await damaged({ rounds, seed });
  tell(`damaged files: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
}, 120_000);
