import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { step } from './log.mjs';
import { cache, root } from './paths.mjs';
import { must } from './run.mjs';
import { hashOf, isFresh, stamp, unstamp } from './stamp.mjs';

const SOURCES = [
  'core',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const out = join(root, 'out');

/**
 * Builds the app into out/, unless nothing changed since the last time.
 * @param {import('./ensure-setup.mjs').Setup} setup
 */
export async function ensureBuild(setup) {
  await withLock('build', async () => {
    const key = hashOf(SOURCES);
    if (isFresh('build', key) && existsSync(join(out, 'main', 'index.js'))) return;
    await step('Building the app', async () => {
      // Built aside and moved into place, so that an app that is running from out/ never sees half a build.
      const next = join(cache, 'out-next');
      const last = join(cache, 'out-last');
      const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
      await must('Building the app', setup.node, [cli, 'build', '--outDir', next, '--logLevel', 'warn'], {
        env: setup.env,
      });
      unstamp('build');
      rmSync(last, { recursive: true, force: true });
      if (existsSync(out)) renameSync(out, last);
      renameSync(next, out);
      rmSync(last, { recursive: true, force: true });
    });
    stamp('build', key);
  });
}
