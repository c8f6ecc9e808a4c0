import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withDisplay } from './display.mjs';
import { reports, root } from './paths.mjs';
import { show } from './run.mjs';

const modules = join(root, 'node_modules');

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @param {string[]} args for vitest
 * @returns {Promise<Tally>}
 */
export async function runUnitTests(setup, args) {
  const file = join(reports, 'unit.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = join(modules, 'vitest', 'vitest.mjs');
  const code = await show(setup.node, [vitest, 'run', ...reporters, ...args], { env: setup.env });
  return tally(code, file, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

/**
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @param {string[]} args for Playwright
 * @returns {Promise<Tally>}
 */
export async function runJourneys(setup, args) {
  const file = join(reports, 'e2e.json');
  rmSync(file, { force: true });
  const playwright = join(modules, '@playwright', 'test', 'cli.js');
  const code = await withDisplay(setup.env, (env) =>
    show(setup.node, [playwright, 'test', ...args], { env }),
  );
  return tally(code, file, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/**
 * A runner that failed, or ran nothing, is never counted as fine, whatever its report says.
 * @param {number} code @param {string} file @param {(report: any) => Tally} read
 * @returns {Tally}
 */
function tally(code, file, read) {
  /** @type {Tally} */
  let counted = { passed: 0, failed: 0 };
  try {
    counted = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No report: it crashed before the first test.
  }
  const { passed, failed } = counted;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}
