import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeLeftovers } from '../../core/backups/files';
import { makeBackup } from '../../core/backups/make-backup';
import { checkBackup } from '../../core/backups/read-backup';
import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { parseBackupName } from '../../core/domain/backup';
import { isAppError } from '../../core/errors/app-error';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { fakeClock } from '../support/clock';
import { openOptions, testKey } from '../support/options';
import { chance as chanceOf } from '../support/seed';
import { bundled } from './bundle';
import type { KeyOrders } from './changing-key-desk';
import { anchorOf, settledKey } from './settled-key';
import { copies, start, surroundingsOf } from './template';
import { anyMoment, nextVictim, type Victim } from './victim';
import { problemsOf } from './whole';
import { livedIn } from './world';

interface KeyOutcome {
  rounds: number;
  /** Changes that were said to be done, and those the file knows of that never got to say so. */
  acknowledged: number;
  unsaid: number;
  /** Kills that left two keys behind, one of which fits. */
  between: number;
  problems: string[];
}

/**
 * Kills a desk while it changes its key: a start always finds a key that fits, everything acknowledged is there, the backups have
 * followed, the note of the log's end is still believed, and one key is left.
 */
export async function killedWhileChangingKey(options: { rounds: number; seed: number }): Promise<KeyOutcome> {
  const chance = chanceOf(options.seed);
  const outcome: KeyOutcome = { rounds: 0, acknowledged: 0, unsaid: 0, between: 0, problems: [] };
  const { program, discard } = await bundled(join(import.meta.dirname, 'changing-key-desk.ts'));
  const folders = copies();
  const home = folders.empty();
  const path = join(home, 'atrium.db');
  await livedIn(path, { acts: 60, seed: 7 });
  const files = {
    path,
    keyFile: join(home, 'atrium.key'),
    anchorFile: join(home, 'atrium.anchor'),
    folder: join(home, 'backups'),
  };
  await fileKeyStore(files.keyFile).write(testKey);
  let at = start + 40 * 86_400_000;
  const order = { databasePath: path, folder: { path: files.folder, own: true } };
  for (const kind of ['manual', 'scheduled'] as const) makeBackup({ ...order, key: testKey, kind, now: at });
  anchorOf(files, testKey).write({ deskId: 'desk', n: 0, hash: '', at, since: at });
  const sites: string[] = [];
  let changes = 0;
  let victim: Victim = nextVictim(program);
  try {
    for (let round = 0; round < options.rounds && outcome.problems.length === 0; round += 1) {
      const orders: KeyOrders = { ...surroundingsOf(path, at), ...files };
      const moment = anyMoment(chance, { acts: 12, ms: 700 });
      const lines = await victim.die(orders, {
        ...moment,
        further: chance.between(0, chance.percent(50) ? 2000 : 60_000),
      });
      victim = nextVictim(program);
      const said = lines.map((line) => JSON.parse(line) as { at?: number; site?: string; done?: string });
      at = said.reduce((latest, line) => Math.max(latest, line.at ?? 0), at) + 60_000;
      sites.push(...said.flatMap(({ site }) => site ?? []));
      if ((await fileKeyStore(files.keyFile).readAll()).length > 1) outcome.between += 1;
      const done = said.filter((line) => line.done !== undefined).length;
      const key = await settledKey(files);
      const db = openDatabase({ ...openOptions(path, fakeClock(at)), key });
      try {
        const known = count(db, "audit_event where action = 'key.change'");
        outcome.acknowledged += done;
        outcome.unsaid += known - changes - done;
        const problems = [
          ...(known < changes + done
            ? [`${changes + done} changes were told of, the log knows ${known}`]
            : []),
          ...sites.filter((name) => !hasSite(db, name)).map((name) => `${name} is gone`),
          ...(await filesAround(files, key)),
          ...(await problemsOf(db)),
        ];
        changes = known;
        outcome.problems.push(...problems.map((problem) => `round ${round}: ${problem}`));
      } finally {
        db.close();
      }
      // Every change adds one: the newest are enough.
      removeLeftovers(files.folder, path);
      for (const name of readdirSync(files.folder).sort().slice(0, -2)) rmSync(join(files.folder, name));
      outcome.rounds += 1;
    }
  } finally {
    victim.spare();
    discard();
    folders.discard();
  }
  return outcome;
}

function count(db: Database, what: string): number {
  return db.statement<{ n: number }>(`select count(*) as n from ${what}`).get()?.n ?? 0;
}

function hasSite(db: Database, name: string): boolean {
  return db.statement('select 1 from site where name = ?').get(name) !== undefined;
}

async function filesAround(
  {
    path,
    keyFile,
    anchorFile,
    folder,
  }: { path: string; keyFile: string; anchorFile: string; folder: string },
  key: Uint8Array,
): Promise<string[]> {
  const kept = await fileKeyStore(keyFile).readAll();
  const backups = readdirSync(folder).filter((name) => parseBackupName(name) !== null);
  return [
    ...(kept.length === 1 && Buffer.from(kept[0] ?? []).equals(key) ? [] : [`${kept.length} keys are kept`]),
    ...(typeof anchorOf({ anchorFile }, key).read() === 'object'
      ? []
      : ['the note of the log’s end is lost']),
    ...(existsSync(join(dirname(path), 'rekeying')) ? ['a copy of the database stays'] : []),
    ...(backups.length < 2 ? ['a backup is gone'] : []),
    ...backups.flatMap((name) => unreadable(join(folder, name), key)),
  ];
}

function unreadable(path: string, key: Uint8Array): string[] {
  try {
    checkBackup(path, key);
    return [];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [`${path}: ${error.code}`];
  }
}
