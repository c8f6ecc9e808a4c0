import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * One file of a child process's program: it starts in a tenth of a second instead of eight. It lies in the checkout, so that
 * native packages are found, and is gone when this process ends. Its own `import.meta.dirname` leads nowhere.
 */
export async function bundled(source: string): Promise<string> {
  const programs = join(root, '.cache', 'programs');
  mkdirSync(programs, { recursive: true });
  const outDir = mkdtempSync(join(programs, 'faults-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3', 'argon2'] },
    build: {
      ssr: source,
      outDir,
      target: 'node22',
      rollupOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
  return join(outDir, 'program.mjs');
}
