import { expect, test } from 'vitest';
import { chance, runSeed, tell } from '../../support/seed';
import { killAnywhere, killAtEveryStep } from './restore-kill';

test('killed at any moment, a restore leaves the old state or the new one, whole', async () => {
  const seed = runSeed();
  const { rounds, old, restored } = await killAnywhere(6, chance(seed));
  tell(`killed while restoring: ${rounds} rounds (${old} old, ${restored} restored), seed ${seed}`);
  expect(old + restored).toBe(6);
}, 120_000);

test('killed at each step of being put in place, it never ends up in between', async () => {
  const { rounds, old, restored } = await killAtEveryStep();
  tell(`killed while putting a restore in place: ${rounds} steps (${old} old, ${restored} restored)`);
  // Before the note is whole nothing has happened; from then on the next start finishes it.
  expect(old).toBeGreaterThan(3);
  expect(restored).toBeGreaterThan(old);
}, 120_000);
