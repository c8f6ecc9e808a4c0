import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BackupFacts } from '../../../core/backups/facts';
import type { Desk } from './desk';

const child = fileURLToPath(new URL('./behind-child.ts', import.meta.url));
const loader = new URL('../../support/ts-loader.mjs', import.meta.url).href;

/** Playwright resolves imports by other rules than ours: what needs the app's own code runs in plain Node. */
function behind<T>(act: string, ...given: string[]): T {
  return JSON.parse(
    execFileSync(process.execPath, ['--import', loader, child, act, ...given], { encoding: 'utf8' }),
  ) as T;
}

/** Reads every page of a backup. @param key hex */
export const checkedBackup = (path: string, key: string) => behind<BackupFacts>('checkBackup', path, key);

/** Takes the backup out of a copy, and reads every page of it. */
export const openedCopy = (path: string, passphrase: string, toPath: string) =>
  behind<BackupFacts>('openCopy', path, passphrase, toPath);

/** Leaves the database of a desk that isn't running as an earlier version would have kept it. Answers its key, hex. */
export const leaveAsEarlier = ({ dataFolder, keychainFile }: Desk, tag: string) =>
  behind<string>('leaveAsEarlier', dataFolder, keychainFile, tag);
