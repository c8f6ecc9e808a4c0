import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, seconds } from './log.mjs';
import { reports, root } from './paths.mjs';
import { capture } from './run.mjs';

const modules = join(root, 'node_modules');
const lib = join(root, 'scripts', 'lib');

/** @type {{ name: string, args: string[] }[]} each is a program for Node; it passes when it ends with 0 */
const CHECKS = [
  {
    name: 'format and lint',
    args: [join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings', '--colors=off'],
  },
  { name: 'types', args: [join(modules, 'typescript-native', 'bin', 'tsc'), '-b'] },
  { name: 'module borders', args: [join(lib, 'check-borders.mjs')] },
  { name: 'unused code', args: [join(modules, 'knip', 'bin', 'knip.js'), '--no-progress'] },
  { name: 'bare text', args: [join(modules, 'i18next-cli', 'dist', 'esm', 'cli.js'), 'lint', '--quiet'] },
  { name: 'texts of every language', args: [join(lib, 'check-texts.mjs')] },
  { name: 'migrations', args: [join(lib, 'check-migrations.mjs')] },
];

/**
 * Runs all checks, two at a time, whatever fails, and tells each one's outcome.
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(setup) {
  const waiting = [...CHECKS];
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const from = Date.now();
      const { code, output } = await capture(setup.node, check.args, { env: setup.env });
      const time = seconds(Date.now() - from);
      if (code === 0) say(`  ✓ ${check.name} (${time})`);
      else {
        failed++;
        say(`  ✖ ${check.name} (${time})\n\n${excerpt(check.name, output)}\n`);
      }
    }
  };
  say('▸ Checking the sources …');
  await Promise.all([worker(), worker()]);
  return { passed: CHECKS.length - failed, failed };
}

const most = 60;

/**
 * What a failed check said, short enough to find the others on the screen; all of it goes into a file.
 * @param {string} name @param {string} output
 */
function excerpt(name, output) {
  const lines = output.trim().split('\n');
  const shown = lines.slice(0, most);
  if (lines.length > most) {
    mkdirSync(reports, { recursive: true });
    const file = join(reports, `${name.replaceAll(' ', '-')}.txt`);
    writeFileSync(file, output);
    shown.push(`… and ${lines.length - most} more lines: ${file}`);
  }
  return shown.map((line) => `      ${line}`).join('\n');
}
