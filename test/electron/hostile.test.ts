import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attackFailed, attackRouter } from './support/hostile-router';
import { askers, buildWorld, delegate } from './support/world';

/**
 * What a page that was taken over could send, straight to the router on a real database: every request, as the contract
 * has it, with one thing wrong, and without any form, by everybody. The same over the bridge of a real window:
 * test/e2e/specs/hostile-requests.spec.ts. By the ten thousand: test/long/hostile-router.test.ts.
 */

let base: Awaited<ReturnType<typeof buildWorld>>;
let delegatedPath: string;

beforeAll(async () => {
  base = await buildWorld();
  delegatedPath = await delegate(base.path);
}, 60_000);

afterAll(() => {
  for (const path of [base.path, delegatedPath]) rmSync(path, { recursive: true, force: true });
});

it.each(askers)('by %s', { timeout: 120_000 }, async (asker) => {
  const path = asker === 'delegated' ? delegatedPath : base.path;
  expect(await attackRouter({ ...base, path }, asker, 600)).toEqual([]);
});

it('at a desk whose database can’t be opened', { timeout: 120_000 }, async () => {
  expect(await attackFailed(600)).toEqual([]);
});
