import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Targets are those of the oldest Electron the app runs on (scripts/README.md, "fallback"); newer ones run them too.
const node = 'node20';
const chrome = 'chrome130';

/** Packages that consist of JavaScript alone. Bundled they are one file; from node_modules, 150, which the start waits for. */
const bundled = ['csv-parse', 'drizzle-orm', 'jose', 'mustache', 'uuid', 'zod'];

export default defineConfig({
  main: {
    build: {
      target: node,
      minify: true,
      externalizeDeps: { exclude: bundled },
      rollupOptions: { input: { index: 'electron/main.ts' } },
    },
  },
  preload: {
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
    plugins: [react()],
    build: {
      target: chrome,
      minify: true,
      // Absolute: building takes it from here, the dev server from renderer/.
      rollupOptions: { input: { index: resolve('renderer/index.html') } },
    },
  },
});
