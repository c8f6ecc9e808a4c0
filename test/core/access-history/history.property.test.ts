import { expect, it } from 'vitest';
import { runSeed, tell } from '../../support/seed';
import { historiesAsked } from './campaign';

it('names who could enter a site at any moment there was, and who had let them', {
  timeout: 120_000,
}, async () => {
  const seed = runSeed();
  const rounds = 12;
  const outcome = await historiesAsked({ seed, rounds });
  tell(`access in the past: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome.histories).toBe(rounds);
});
