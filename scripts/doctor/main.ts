import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '../../electron/app-folder';
import { visit } from '../../electron/doctor/visit';

/** Looks at a data folder without the app, which alone can ask the system's keychain. */
async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { 'data-dir': { type: 'string' }, out: { type: 'string', default: process.cwd() } },
  });
  const { productName, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    productName: string;
    version: string;
  };
  const given = { dataDir: values['data-dir'] ?? null, language: null };
  process.exitCode = await visit({
    folder: dataFolder(given, process.env, join(platformFolder(process.env), productName)),
    migrationsFolder: join('resources', 'migrations'),
    versions: { app: version, electron: process.env['ATRIUM_ELECTRON_VERSION'] ?? null, chromium: null },
    testKeychain: process.env['ATRIUM_TEST_KEYCHAIN'] || null,
    storage: null,
    now: Date.now,
    out: values.out,
    print: (text) => process.stdout.write(text),
  });
}

/** Where the system keeps what belongs to apps, as Electron has it. */
function platformFolder(env: NodeJS.ProcessEnv): string {
  switch (process.platform) {
    case 'win32':
      return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
