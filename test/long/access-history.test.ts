import { expect, test } from 'vitest';
import { historiesAsked } from '../core/access-history/campaign';
import { runSeed, tell } from '../support/seed';

test('who could enter at any moment there was, by the hundred', { timeout: 900_000 }, async () => {
  const seed = runSeed();
  const rounds = 300;
  const outcome = await historiesAsked({ seed, rounds });
  tell(`access in the past: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome.histories).toBe(rounds);
});
