import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { appFolder } from './electron';

/** Fills a desk's home with a demo organisation, by the command everybody uses. */
export function makeDemo(home: string, { users }: { users: number }): void {
  execFileSync(
    process.execPath,
    [join(appFolder, 'scripts', 'demo.mjs'), `--users=${users}`, `--data-dir=${join(home, 'data')}`],
    {
      env: { ...process.env, ATRIUM_TEST_KEYCHAIN: join(home, 'keychain') },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}
