import { expect, test } from 'vitest';
import { runSeed, tell } from '../support/seed';
import { killedWhileBackingUp } from './killed-backing-up';
import { killedWhileChangingKey } from './killed-changing-key';
import { killedWhileMigrating } from './killed-migrating';
import { killedWhileRestoring } from './killed-restoring';
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

test('killed while backing up: every backup is whole, no half stays, the database is untouched', async () => {
  const rounds = 4;
  const outcome = await killedWhileBackingUp({ seed, rounds });
  tell(`killed, backing up: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
}, 120_000);

test('killed while migrating: the next start comes to the same', async () => {
  const rounds = 6;
  const outcome = await killedWhileMigrating({ seed, rounds });
  tell(`killed, migrating: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
}, 120_000);

test('killed while changing the key: a start finds the key that fits, and everything has followed it', async () => {
  const rounds = 6;
  const outcome = await killedWhileChangingKey({ seed, rounds });
  tell(`killed, changing the key: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
}, 120_000);

test('killed while restoring: the state of before or the restored one, whole, and what was before is kept', async () => {
  const rounds = 6;
  const outcome = await killedWhileRestoring({ seed, rounds });
  tell(`killed, restoring: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
}, 120_000);
