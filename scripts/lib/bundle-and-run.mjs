// Runs under the Node that vite needs: bundle-and-run.mjs <name> <arguments…>. Node could strip types by itself, but
// the app's imports name no file extensions, so the program is bundled first; packages stay outside the bundle.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { cache, root } from './paths.mjs';

const [name = '', ...args] = process.argv.slice(2);
// The benchmarks compare with packages of their own, which only a program beside them finds.
const isBench = name === 'bench';
const folder = isBench ? join(root, 'test', 'bench') : join(root, 'scripts', name);
const outDir = isBench ? join(folder, 'out') : join(cache, 'programs', name);

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: join(folder, 'main.ts'),
    outDir,
    emptyOutDir: true,
    target: 'node22',
    rollupOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});

const program = join(outDir, 'main.mjs');
process.argv = [process.execPath, program, ...args];
await import(pathToFileURL(program).href);
