import { relative, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Targets are those of the oldest Electron the app runs on (scripts/README.md, "fallback"); newer ones run them too.
const node = 'node20';
const chrome = 'chrome130';

/** Packages that consist of JavaScript alone. Bundled they are one file; from node_modules, 150, which the start waits for. */
const bundled = ['csv-parse', 'drizzle-orm', 'jose', 'mustache', 'uuid', 'zod'];

/** Writes the folders of the packages that went into a bundle beside it: scripts/lib/packaging/notices.mjs names them all. */
function listPackages(fileName = 'packages.json'): Plugin {
  return {
    name: 'list-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = modules.flatMap(
        (id) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [],
      );
      const unique = [...new Set(folders)].map((folder) => relative(import.meta.dirname, folder)).sort();
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(unique) });
    },
  };
}

export default defineConfig({
  main: {
    plugins: [listPackages()],
    build: {
      target: node,
      minify: true,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        // The second is loaded by threads of its own (core/background).
        input: { index: 'electron/main.ts', background: 'core/background/worker.ts' },
      },
    },
  },
  preload: {
    plugins: [listPackages()],
    build: {
      target: node,
      minify: true,
      // A sandboxed preload can require nothing but Electron: all it uses has to be in its one file.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), listPackages()],
    worker: { plugins: () => [listPackages('worker-packages.json')] },
    build: {
      target: chrome,
      minify: true,
      // Absolute: building takes it from here, the dev server from renderer/.
      rollupOptions: { input: { index: resolve('renderer/index.html') } },
    },
  },
});
