import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCopy } from '../../../core/backups/copy/open-copy';
import { checkBackup } from '../../../core/backups/read-backup';
import { createIds } from '../../../core/db/ids';
import { keyCheckPath } from '../../../core/db/key-check';
import { openDatabase } from '../../../core/db/open';
import { systemClock, systemRandom } from '../../../core/system';
import { madeEarlier } from '../../faults/world';
import { migrationsFolder, testKey } from '../../support/options';

interface Journal {
  entries: { tag: string }[];
}

/**
 * What a journey does with the files of a desk by the app's own code, in a process of its own: see `behind.ts`. Says what came
 * of it as JSON.
 */
const acts: Record<string, (...given: string[]) => unknown> = {
  checkBackup: (path = '', key = '') => checkBackup(path, Buffer.from(key, 'hex')).facts,
  async openCopy(path = '', passphrase = '', toPath = '') {
    const key = await openCopy(path, passphrase, toPath);
    return checkBackup(toPath, key).facts;
  },
  leaveAsEarlier,
};

/** The database as an earlier version would have kept it, people and all, under another key. */
function leaveAsEarlier(dataFolder = '', keychainFile = '', tag = ''): string {
  const database = join(dataFolder, 'atrium.db');
  const earlier = join(dataFolder, 'earlier.db');
  const migrations = join(dataFolder, 'earlier-migrations');
  const key = Buffer.from(readFileSync(keychainFile, 'utf8').replace('plain:', '').trim(), 'base64');
  const parts = { clock: systemClock, random: systemRandom };
  const world = openDatabase({ path: database, key, migrationsFolder, ids: createIds(parts), ...parts });
  madeEarlier(world, earlier, migrationsUpTo(tag, migrations));
  world.close();
  rmSync(migrations, { recursive: true });
  renameSync(earlier, database);
  renameSync(keyCheckPath(earlier), keyCheckPath(database));
  writeFileSync(keychainFile, `plain:${Buffer.from(testKey).toString('base64')}\n`);
  return Buffer.from(testKey).toString('hex');
}

/** The migrations that version shipped with. */
function migrationsUpTo(tag: string, folder: string): string {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal;
  const entries = journal.entries.slice(0, journal.entries.findIndex((entry) => entry.tag === tag) + 1);
  mkdirSync(join(folder, 'meta'), { recursive: true });
  for (const entry of entries)
    copyFileSync(join(migrationsFolder, `${entry.tag}.sql`), join(folder, `${entry.tag}.sql`));
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  return folder;
}

const [, , act = '', ...given] = process.argv;
process.stdout.write(JSON.stringify(await acts[act]?.(...given)));
