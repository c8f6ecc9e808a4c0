import { expect, test } from 'vitest';
import { tell } from '../../support/seed';
import { killAtEveryStep } from './restore-kill';

// At moments by chance, with all that main does around it: test/faults/killed-restoring.ts.
test('killed at each step of being put in place, a restore never ends up in between', async () => {
  const { rounds, old, restored } = await killAtEveryStep();
  tell(`killed while putting a restore in place: ${rounds} steps (${old} old, ${restored} restored)`);
  // Before the note is whole nothing has happened; from then on the next start finishes it.
  expect(old).toBeGreaterThan(3);
  expect(restored).toBeGreaterThan(old);
}, 120_000);
