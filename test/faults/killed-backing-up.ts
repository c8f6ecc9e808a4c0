import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeLeftovers } from '../../core/backups/files';
import { checkBackup } from '../../core/backups/read-backup';
import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { parseBackupName } from '../../core/domain/backup';
import { isAppError } from '../../core/errors/app-error';
import { hashAt } from '../../core/services/audit-log/entry-rows';
import { fakeClock } from '../support/clock';
import { openOptions, testKey } from '../support/options';
import { chance as chanceOf } from '../support/seed';
import type { BackupOrders } from './backing-up-desk';
import { bundled } from './bundle';
import { copies, start, surroundingsOf } from './template';
import { anyMoment, nextVictim, type Victim } from './victim';
import { problemsOf } from './whole';
import { livedIn } from './world';

interface BackupOutcome {
  rounds: number;
  /** Backups the killed desk said it had, and those found whole that it never got to say. */
  acknowledged: number;
  unsaid: number;
  /** Halves under a name that nobody takes for a backup. */
  leftovers: number;
  problems: string[];
}

/**
 * Kills a desk while it backs itself up: what bears a backup's name is one, each that was told of is there, halves go at the
 * next start, and the database is as if nothing had been copied.
 */
export async function killedWhileBackingUp(options: {
  rounds: number;
  seed: number;
}): Promise<BackupOutcome> {
  const chance = chanceOf(options.seed);
  const outcome: BackupOutcome = { rounds: 0, acknowledged: 0, unsaid: 0, leftovers: 0, problems: [] };
  const { program, discard } = await bundled(join(import.meta.dirname, 'backing-up-desk.ts'));
  const folders = copies();
  const path = join(folders.empty(), 'atrium.db');
  await livedIn(path, { acts: 150, seed: 7 });
  let at = start + 40 * 86_400_000;
  let victim: Victim = nextVictim(program);
  try {
    for (let round = 0; round < options.rounds && outcome.problems.length === 0; round += 1) {
      const folder = join(folders.empty(), 'backups');
      mkdirSync(folder);
      const orders: BackupOrders = { ...surroundingsOf(path, at), folder };
      const moment = anyMoment(chance, { acts: 3, ms: 250 });
      const lines = await victim.die(orders, { ...moment, further: chance.between(0, 60_000) });
      victim = nextVictim(program);
      const said = lines.map((line) => JSON.parse(line) as { at?: number; file?: string });
      at = said.reduce((latest, line) => Math.max(latest, line.at ?? 0), at) + 60_000;
      const db = openDatabase(openOptions(path, fakeClock(at)));
      try {
        const told = said.flatMap(({ file }) => file ?? []);
        const problems = [...backupProblems(db, folder, told, outcome), ...(await problemsOf(db))];
        outcome.problems.push(...problems.map((problem) => `round ${round}: ${problem}`));
      } finally {
        db.close();
      }
      outcome.rounds += 1;
    }
  } finally {
    victim.spare();
    discard();
    folders.discard();
  }
  return outcome;
}

function backupProblems(db: Database, folder: string, told: string[], outcome: BackupOutcome): string[] {
  const names = readdirSync(folder).filter((name) => parseBackupName(name) !== null);
  outcome.acknowledged += told.length;
  outcome.unsaid += names.length - told.length;
  outcome.leftovers += readdirSync(folder).length - names.length;
  removeLeftovers(folder, db.path);
  const missing = told.filter((file) => !names.includes(file)).map((file) => `${file}, told of, isn't there`);
  const left = readdirSync(folder).filter((name) => !names.includes(name));
  return [
    ...missing,
    ...left.map((name) => `${name} stays`),
    ...names.flatMap((name) => soundness(db, join(folder, name))),
  ];
}

function soundness(db: Database, path: string): string[] {
  try {
    const { facts } = checkBackup(path, testKey);
    return facts.heads
      .filter(({ deskId, n, hash }) => hashAt(db, deskId, n) !== hash)
      .map(({ n }) => `${path} ends with entry ${n}, which the log doesn't have`);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [`${path} is no backup: ${error.code}`];
  }
}
