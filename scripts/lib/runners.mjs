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
export function runUnitTests(setup, args) {
  return runVitest(setup, args, 'unit.json');
}

/**
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @param {string[]} args for Playwright
 * @returns {Promise<Tally>}
 */
export function runJourneys(setup, args) {
  return runPlaywright(setup, ['--project=journeys', ...args]);
}

/**
 * One file of the long runs (`test/long`, `test/e2e/long`).
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @param {string} file from the root of the checkout
 * @returns {Promise<Tally>}
 */
export function runLong(setup, file) {
  return file.endsWith('.spec.ts')
    ? runPlaywright(setup, ['--project=long', file])
    : runVitest(setup, [`--config=${join(root, 'test', 'long', 'vitest.config.ts')}`, file], 'long.json');
}

/**
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @param {string[]} args
 * @param {string} report
 * @returns {Promise<Tally>}
 */
async function runVitest(setup, args, report) {
  const file = join(reports, report);
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
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
async function runPlaywright(setup, args) {
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
