import fc from 'fast-check';
import { it } from 'vitest';
import { parsers } from '../core/hostile/properties';
import { runSeed, tell } from '../support/seed';

/** As test/core/hostile/parsers.test.ts, by the thousand. */

const numRuns = 5000;
const seed = runSeed();
tell(`parsers of the core: ${Object.keys(parsers).length} properties, ${numRuns} runs each, seed ${seed}`);

it.each(Object.entries(parsers))('%s', { timeout: 300_000 }, async (_what, property) => {
  await fc.assert(property(), { numRuns, seed });
});
