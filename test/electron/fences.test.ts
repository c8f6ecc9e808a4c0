import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = globSync('{core,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(root, path), 'utf8'),
}));

const holding = (pattern: RegExp) =>
  sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(() => path));

it('there is one door between windows and main', () => {
  expect(holding(/ipcMain\.\w+\(/g)).toEqual(['electron/ipc/bind.ts']);
  expect(holding(/ipcRenderer\.invoke\(/g)).toEqual(['electron/preload.ts']);
});

it('tests reach in at one place', () => {
  expect(new Set(holding(/ATRIUM_TEST_/g))).toEqual(new Set(['electron/platform/test-hooks.ts']));
});

it('every window is made in one place, closed in', () => {
  expect(holding(/new BrowserWindow\(/g)).toEqual(['electron/window/create-window.ts']);
  const made = sources.find(({ path }) => path === 'electron/window/create-window.ts')?.text ?? '';
  for (const setting of [
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'webSecurity: true',
  ]) {
    expect(made).toContain(setting);
  }
});
