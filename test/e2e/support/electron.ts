import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** The checkout: what Electron is told to run. */
export const appFolder = process.cwd();

let program: string | undefined;

/** The Electron of this machine; `npm run e2e` names it, a single run from an editor asks once. */
export function electronProgram(): string {
  program ??=
    process.env['ELECTRON_EXEC_PATH'] ??
    execFileSync(process.execPath, [join(appFolder, 'scripts', 'electron-path.mjs')], {
      encoding: 'utf8',
    }).trim();
  return program;
}

/**
 * Lets Playwright find that Electron by itself, through the `electron` package. Only then does it hold the app back until
 * it listens; handed a program, it attaches to a window that opens meanwhile, and misses its page now and then.
 */
export function leadPlaywrightToElectron(): void {
  const folder = dirname(electronProgram());
  if (!folder.startsWith(join(appFolder, 'node_modules', 'electron')))
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
}

/** Chromium's own sandbox can't be had as root; `npm run e2e` knows the other machines where it can't. */
export function electronSwitches(): string[] {
  const given = process.env['ATRIUM_ELECTRON_SWITCHES'];
  if (given !== undefined) return given.split(' ').filter((part) => part !== '');
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
