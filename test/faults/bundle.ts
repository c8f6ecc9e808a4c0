import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * A child process's program as one file: it starts in a tenth of a second instead of eight. It lies in the checkout, so that
 * native packages are found, until `discard`. Its own `import.meta.dirname` leads nowhere.
 */
export async function bundled(source: string): Promise<{ program: string; discard: () => void }> {
  const programs = join(root, '.cache', 'programs');
  mkdirSync(programs, { recursive: true });
  const outDir = mkdtempSync(join(programs, 'faults-'));
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
  return {
    program: join(outDir, 'program.mjs'),
    discard: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
