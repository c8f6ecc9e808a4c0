import { Explained, elapsed, say } from './log.mjs';

/** @typedef {import('./runners.mjs').Tally} Tally */

/**
 * Runs parts one after the other; one that fails doesn't keep the others from running. The last line adds them all up.
 * @param {{ name: string, run: () => Promise<Tally> }[]} parts
 * @returns {Promise<number>} exit code
 */
export async function runParts(parts) {
  /** @type {(Tally & { name: string })[]} */
  const done = [];
  for (const { name, run } of parts) {
    say(`\n━━ ${name}`);
    done.push({ name, ...(await outcome(run)) });
  }
  say(`\n━━ all of it took ${elapsed()}`);
  for (const { name, passed, failed } of done)
    say(`${failed > 0 ? '✖' : '✓'} ${name}: ${passed} passed, ${failed} failed`);
  const failed = done.reduce((sum, one) => sum + one.failed, 0);
  const passed = done.reduce((sum, one) => sum + one.passed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** @param {() => Promise<Tally>} run @returns {Promise<Tally>} */
async function outcome(run) {
  try {
    return await run();
  } catch (error) {
    say(error instanceof Explained ? error.message : String(error instanceof Error ? error.stack : error));
    return { passed: 0, failed: 1 };
  }
}
