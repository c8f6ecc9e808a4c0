import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import { keychainProtects } from '../platform/key-store/sealers';
import { visit } from './visit';

export const doctorSwitch = '--doctor';

interface Call {
  /** The data folder, which isn't made. */
  folder: string;
  resources: string;
  testKeychain: string | null;
}

/**
 * The app without a window: `atrium-desk --doctor` looks at a desk with its own keychain, also while the app is running. Before the
 * app is ready; it ends by itself, with 1 when something is wrong.
 */
export function runDoctor({ folder, resources, testKeychain }: Call): void {
  // A profile of its own: the desk's may be in use. On Windows the keychain's key lies in it.
  const profile = mkdtempSync(join(tmpdir(), 'atrium-doctor-'));
  const state = join(folder, 'profile', 'Local State');
  if (process.platform === 'win32' && existsSync(state)) cpSync(state, join(profile, 'Local State'));
  app.setPath('userData', profile);
  app.setPath('sessionData', profile);
  void app
    .whenReady()
    .then(() =>
      visit({
        folder,
        migrationsFolder: join(resources, 'migrations'),
        versions: {
          app: app.getVersion(),
          electron: process.versions.electron ?? null,
          chromium: process.versions['chrome'] ?? null,
        },
        testKeychain,
        storage: keychainProtects(safeStorage, process.platform) ? safeStorage : null,
        now: Date.now,
        out: process.cwd(),
        print: (text) => process.stdout.write(text),
      }),
    )
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    })
    .then((code) => {
      rmSync(profile, { recursive: true, force: true });
      app.exit(code);
    });
}
