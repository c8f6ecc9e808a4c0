// npm test: everything. A part that fails doesn't keep the others from running; the last line adds them all up.
import { ensureBuild } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command, Explained, elapsed, say } from './lib/log.mjs';
import { runJourneys, runUnitTests } from './lib/runners.mjs';

/** @typedef {import('./lib/runners.mjs').Tally} Tally */

/**
 * @param {string} name @param {() => Promise<Tally>} run
 * @returns {Promise<Tally & { name: string }>}
 */
async function part(name, run) {
  say(`\n━━ ${name}`);
  try {
    return { name, ...(await run()) };
  } catch (error) {
    say(error instanceof Explained ? error.message : String(error instanceof Error ? error.stack : error));
    return { name, passed: 0, failed: 1 };
  }
}

await command(async () => {
  const setup = await ensureSetup();
  const parts = [
    await part('checks', () => runChecks(setup)),
    await part('unit tests', () => runUnitTests(setup, [])),
    await part('journeys in a window', async () => {
      await ensureBuild(setup);
      return runJourneys(setup, []);
    }),
  ];
  say(`\n━━ all of it took ${elapsed()}`);
  for (const { name, passed, failed } of parts)
    say(`${failed > 0 ? '✖' : '✓'} ${name}: ${passed} passed, ${failed} failed`);
  const failed = parts.reduce((sum, one) => sum + one.failed, 0);
  const passed = parts.reduce((sum, one) => sum + one.passed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
