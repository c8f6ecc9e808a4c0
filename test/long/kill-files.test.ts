import { expect, test } from 'vitest';
import { killedWhileBackingUp } from '../faults/killed-backing-up';
import { killedWhileChangingKey } from '../faults/killed-changing-key';
import { killedWhileMigrating } from '../faults/killed-migrating';
import { killedWhileRestoring } from '../faults/killed-restoring';
import { runSeed, tell } from '../support/seed';

const seed = runSeed();

test('killed while migrating', async () => {
  const rounds = 80;
  const outcome = await killedWhileMigrating({ seed, rounds });
  tell(`killed, migrating: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
});

test('killed while backing up', async () => {
  const rounds = 80;
  const outcome = await killedWhileBackingUp({ seed, rounds });
  tell(`killed, backing up: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
});

test('killed while changing the key', async () => {
  const rounds = 80;
  const outcome = await killedWhileChangingKey({ seed, rounds });
  tell(`killed, changing the key: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
});

test('killed while restoring', async () => {
  const rounds = 120;
  const outcome = await killedWhileRestoring({ seed, rounds });
  tell(`killed, restoring: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ rounds, problems: [] });
});
