import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './log.mjs';
import { root } from './paths.mjs';
import { must, npm } from './run.mjs';
import { hashOf, isFresh, stamp } from './stamp.mjs';

const folder = join(root, 'test', 'bench');

/**
 * Installs what the benchmarks compare with. A package of its own, so that nothing of the app or its tests depends on it.
 * @param {import('./ensure-setup.mjs').Setup} setup
 */
export async function ensureBench(setup) {
  const key = hashOf([join('test', 'bench', 'package.json'), join('test', 'bench', 'package-lock.json')]);
  if (isFresh('bench', key) && existsSync(join(folder, 'node_modules'))) return;
  await step('Installing what the benchmarks compare with', async () => {
    const { program, args } = npm(setup.node);
    await must('npm ci', program, [...args, 'ci', '--ignore-scripts', '--no-fund', '--no-audit'], {
      env: setup.env,
      cwd: folder,
    });
  });
  stamp('bench', key);
}
