// An empty Electron window: what the platform costs before an app does anything.
const { join } = require('node:path');
const { app, BrowserWindow, ipcMain } = require('electron');

const rows = Array.from({ length: 50 }, (_, index) => ({
  id: `0190-${index}`,
  kind: 'user',
  email: `somebody.${index}@people.example`,
  displayName: `Somebody ${index}`,
  status: 'active',
  role: 'member',
  sites: [{ id: '0190', name: 'Site 1' }],
  otherSites: 0,
  lastActivityAt: 1_700_000_000_000,
  createdAt: 1_700_000_000_000,
  expiresAt: null,
  passwordDue: false,
  reactivation: null,
}));

const folder = process.argv
  .find((argument) => argument.startsWith('--data-dir='))
  ?.slice('--data-dir='.length);
if (folder) app.setPath('userData', folder);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  ipcMain.handle('rows', () => ({ ok: true, value: { rows } }));
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.loadFile(join(__dirname, 'index.html'));
});
