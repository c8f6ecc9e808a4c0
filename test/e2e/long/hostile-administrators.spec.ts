import { dirname } from 'node:path';
import { test } from '../fixtures';
import { attackDesk, expectQuick } from '../support/hostile/attack';

/** As test/e2e/specs/hostile-requests.spec.ts, by the ten thousand, from windows where somebody administers. */
test('hostile requests by administrators', async ({ desk }) => {
  const figures = await attackDesk(desk, dirname(desk.dataFolder), {
    siteAdmin: 10_000,
    delegated: 15_000,
    tenantAdmin: 25_000,
  });
  expectQuick(figures);
});
