import { expect, test } from 'vitest';
import { killAnywhere, killAtEveryStep } from '../core/backups/restore-kill';
import { chance, runSeed, tell } from '../support/seed';

test('killed while restoring', async () => {
  const seed = runSeed();
  const { rounds, old, restored } = await killAnywhere(100, chance(seed));
  tell(`killed, restoring: seed ${seed}, ${JSON.stringify({ rounds, old, restored })}`);
  expect(old + restored).toBe(100);
});

test('killed at each step of putting a restore in place', async () => {
  const { rounds, old, restored } = await killAtEveryStep();
  tell(`killed, putting a restore in place: ${JSON.stringify({ rounds, old, restored })}`);
  expect(old + restored).toBe(rounds);
});
