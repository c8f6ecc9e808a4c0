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

it('nothing but our own page is ever loaded, and no page is made to run what main says', () => {
  expect(holding(/\.(loadURL|loadFile)\(/g)).toEqual(['electron/window/windows.ts']);
  expect(holding(/executeJavaScript|insertCSS|webFrame/g)).toEqual([]);
  expect(holding(/['"`]file:\/\//g)).toEqual([]);
});

it('the only address handed to another program is that of a mail main has written itself', () => {
  expect(holding(/shell\.openExternal\(/g)).toEqual(['electron/window/windows.ts']);
  expect(holding(/windows\.openMail\(/g)).toEqual(['electron/ipc/handlers/invitations.ts']);
  const handler = sources.find(({ path }) => path === 'electron/ipc/handlers/invitations.ts')?.text ?? '';
  expect(handler).toContain('windows.openMail(mailtoUrl(mail.shown(');
});

it('nothing experimental of Chromium is switched on, and nothing of what protects is switched off', () => {
  const loosening =
    /enableBlinkFeatures|experimentalFeatures|allowpopups|webviewTag: true|appendSwitch|--no-sandbox|setAsDefault.*file/g;
  expect(holding(loosening)).toEqual([]);
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
