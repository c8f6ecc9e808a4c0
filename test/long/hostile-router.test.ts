import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attackRouter } from '../electron/support/hostile-router';
import { askers, buildWorld, delegate } from '../electron/support/world';

/** As test/electron/hostile.test.ts, by the ten thousand. */

let base: Awaited<ReturnType<typeof buildWorld>>;
let delegatedPath: string;

beforeAll(async () => {
  base = await buildWorld();
  delegatedPath = await delegate(base.path);
}, 60_000);

afterAll(() => {
  for (const path of [base.path, delegatedPath]) rmSync(path, { recursive: true, force: true });
});

it.each(askers)('by %s', { timeout: 300_000 }, async (asker) => {
  const path = asker === 'delegated' ? delegatedPath : base.path;
  expect(await attackRouter({ ...base, path }, asker, 20_000)).toEqual([]);
});
