import fc from 'fast-check';
import { it } from 'vitest';
import { runSeed, tell } from '../../support/seed';
import { parsers } from './properties';

const numRuns = 400;
const seed = runSeed();
tell(`parsers of the core: ${numRuns} runs each, seed ${seed}`);

it.each(Object.entries(parsers))('%s', { timeout: 60_000 }, async (_what, property) => {
  await fc.assert(property(), { numRuns, seed });
});
