import { runSeed, tell } from '../../support/seed';
import { expect, test } from '../fixtures';
import { killWhileWriting } from '../support/kill-rounds';

test('killed again and again while a page writes', async ({ desk }) => {
  const seed = runSeed();
  const counts = await killWhileWriting(desk, 40, seed);
  tell(`killed in Electron: seed ${seed}, ${JSON.stringify(counts)}`);
  expect(counts.rounds).toBe(40);
});
