import { dirname } from 'node:path';
import { test } from '../fixtures';
import { attackDesk, attackFirstRun, expectQuick } from '../support/hostile/attack';

/** As test/e2e/specs/hostile-requests.spec.ts, by the ten thousand, from windows where nobody administers anything. */

test('hostile requests by nobody and by Members', async ({ desk }) => {
  const figures = await attackDesk(desk, dirname(desk.dataFolder), {
    nobody: 15_000,
    member: 15_000,
    locked: 5000,
    passwordDue: 5000,
  });
  expectQuick(figures);
});

test.describe('on an empty desk', () => {
  test.use({ beginning: 'empty' });

  test('hostile requests before set-up', async ({ desk }) => {
    expectQuick(await attackFirstRun(desk, dirname(desk.dataFolder), 10_000));
  });
});
