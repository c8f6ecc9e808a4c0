import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './log.mjs';
import { root } from './paths.mjs';
import { installMissingBinaries } from './platform-binaries.mjs';
import { must, npm } from './run.mjs';

/**
 * Installs the packages of the lock file into node_modules, unless they are there already.
 * @param {import('./node.mjs').Node} node
 */
export async function ensurePackages(node) {
  if (isInstalled()) return;
  await step('Installing packages (npm ci, takes one to three minutes)', async () => {
    const { program, args } = npm(node.program);
    // Development packages are wanted even where NODE_ENV says production: the app is built and tested here. Install
    // scripts run below, by name: npm before version 11 doesn't know `allowScripts` and would compile what ships built.
    const options = ['--include=dev', '--ignore-scripts', '--no-fund', '--no-audit'];
    await must('npm ci', program, [...args, 'ci', ...options], {
      env: node.env,
      hint: "If it says that package.json and the lock file don't match, run `npm install` and then `node scripts/fix-lock.mjs`.",
    });
    await installMissingBinaries(node);
    const allowed = allowedScripts();
    if (allowed.length > 0) {
      await must('npm rebuild', program, [...args, 'rebuild', ...allowed], { env: node.env });
    }
  });
}

/** @returns {string[]} the packages whose install scripts package.json allows */
function allowedScripts() {
  const { allowScripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(allowScripts).filter((name) => allowScripts[name] === true);
}

/**
 * Compares what is wanted with npm's own list of what it installed, which it writes last. This sees a developer's
 * `npm install` as well as ours, so that the packages aren't all fetched again after one was added.
 */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity && existsSync(join(root, path));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | null}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
