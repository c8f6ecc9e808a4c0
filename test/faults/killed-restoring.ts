import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkBackup } from '../../core/backups/read-backup';
import { finishRestore } from '../../core/backups/restore/staging';
import { connect } from '../../core/db/connection';
import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { parseBackupName } from '../../core/domain/backup';
import { recoveryKeyLines } from '../../core/domain/recovery-key';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { fakeClock } from '../support/clock';
import { openOptions, testKey } from '../support/options';
import { chance as chanceOf } from '../support/seed';
import { bundled } from './bundle';
import type { RestoreOrders } from './restoring-desk';
import { anchorOf, settledKey } from './settled-key';
import { copies, givenDesk, start, surroundingsOf } from './template';
import { anyMoment, nextVictim, type Victim } from './victim';
import { problemsOf } from './whole';

interface RestoreOutcome {
  rounds: number;
  /** Restores that were said to be done. */
  acknowledged: number;
  /** Kills that came when a restore had begun: which state they left. */
  old: number;
  restored: number;
  /** Of those the ones the next start had to finish. */
  finished: number;
  problems: string[];
}

interface Said {
  at?: number;
  site?: string;
  organisation?: string;
  done?: string;
}

/** Another state of the desk under another key, as a backup of it. */
async function backupUnder(folder: string, organisation: string, key: Uint8Array) {
  const path = join(folder, `${organisation}.db`);
  await givenDesk(path);
  const db = openDatabase(openOptions(path, fakeClock(start + 86_400_000)));
  const id = db.statement<{ id: string }>('select id from organisation').get()?.id ?? '';
  db.write(null, (tx) => {
    tx.update('organisation', id, { name: organisation });
    tx.audit({ action: 'organisation.update' });
  });
  db.close();
  const client = connect(path, testKey);
  client.pragma('journal_mode = delete');
  client.pragma(`rekey = "x'${Buffer.from(key).toString('hex')}'"`);
  client.close();
  return { path, recoveryKey: recoveryKeyLines(key).join('\n'), organisation };
}

/**
 * Kills a desk while it restores backups of other states, each under another key: a start finds the state of before or the
 * restored one, whole, with a key that fits and a note of the log's end that is believed; what was acknowledged is in it, or in the
 * backup that was made of it first.
 */
export async function killedWhileRestoring(options: {
  rounds: number;
  seed: number;
}): Promise<RestoreOutcome> {
  const chance = chanceOf(options.seed);
  const outcome: RestoreOutcome = {
    rounds: 0,
    acknowledged: 0,
    old: 0,
    restored: 0,
    finished: 0,
    problems: [],
  };
  const { program, discard } = await bundled(join(import.meta.dirname, 'restoring-desk.ts'));
  const folders = copies();
  const home = folders.empty();
  const elsewhere = folders.empty();
  const path = join(home, 'atrium.db');
  await givenDesk(path);
  const files = [
    await backupUnder(elsewhere, 'Spring', Buffer.alloc(32, 21)),
    await backupUnder(elsewhere, 'Autumn', Buffer.alloc(32, 22)),
  ];
  const places = {
    path,
    keyFile: join(home, 'atrium.key'),
    anchorFile: join(home, 'atrium.anchor'),
    folder: join(home, 'backups'),
  };
  await fileKeyStore(places.keyFile).write(testKey);
  let at = start + 40 * 86_400_000;
  anchorOf(places, testKey).write({ deskId: 'desk', n: 0, hash: '', at, since: at });
  let victim: Victim = nextVictim(program);
  let before = 'Marina Group';
  try {
    for (let round = 0; round < options.rounds && outcome.problems.length === 0; round += 1) {
      const orders: RestoreOrders = {
        ...surroundingsOf(path, at),
        ...places,
        erasuresFile: join(home, 'atrium.erasures'),
        triesFile: join(home, 'atrium.key-tries'),
        noteFile: join(home, 'atrium.backups'),
        files: round % 2 === 0 ? files : [...files].reverse(),
      };
      const moment = anyMoment(chance, { acts: 10, ms: 900 });
      const further = chance.between(0, chance.percent(50) ? 2000 : 60_000);
      const lines = await victim.die(orders, { ...moment, further });
      victim = nextVictim(program);
      const said = lines.map((line) => JSON.parse(line) as Said);
      at = said.reduce((latest, line) => Math.max(latest, line.at ?? 0), at) + 60_000;
      const found = await look(said, before, places, at, outcome);
      before = found.organisation;
      outcome.problems.push(...found.problems.map((problem) => `round ${round}: ${problem}`));
      outcome.rounds += 1;
    }
  } finally {
    victim.spare();
    discard();
    folders.discard();
  }
  return outcome;
}

type Places = Pick<RestoreOrders, 'path' | 'keyFile' | 'anchorFile' | 'folder'>;

/** Starts on what is left, as the app does, and says what is wrong with it. */
async function look(said: Said[], before: string, places: Places, at: number, outcome: RestoreOutcome) {
  const { path, anchorFile, folder } = places;
  const note = finishRestore({ database: path, anchorFile, backupsFolder: folder });
  const key = await settledKey(places);
  const db = openDatabase({ ...openOptions(path, fakeClock(at)), key });
  try {
    const done = said.filter((line) => line.done !== undefined);
    outcome.acknowledged += done.length;
    const begun = said.filter((line) => line.organisation !== undefined).at(-1);
    const open = begun !== undefined && done.at(-1)?.at !== begun.at ? begun : undefined;
    const settled = done.at(-1)?.done ?? before;
    const organisation = nameIn(db);
    const went = open !== undefined && organisation === open.organisation && organisation !== settled;
    if (open !== undefined) outcome[went ? 'restored' : 'old'] += 1;
    if (note !== null) outcome.finished += 1;
    const last = went ? open : undefined;
    const problems = [
      ...(organisation === settled || went ? [] : [`it is ${organisation} and not ${settled}`]),
      ...(open !== undefined && !went && !hasSite(db, open.site ?? '') ? [`${open.site} is gone`] : []),
      ...(last === undefined ? [] : keptProblems(folder, key, last.site ?? '')),
      ...(existsSync(join(path, '../restoring')) ? ['a copy of the database stays'] : []),
      ...((await fileKeyStore(places.keyFile).readAll()).length === 1 ? [] : ['two keys are kept']),
      ...(typeof anchorOf(places, key).read() === 'object' ? [] : ['the note of the log’s end is lost']),
      ...(await problemsOf(db)),
    ];
    return { organisation, problems };
  } finally {
    db.close();
  }
}

/** What was there before a restore is in the backup made of it. */
function keptProblems(folder: string, key: Uint8Array, site: string): string[] {
  const name = readdirSync(folder)
    .filter((file) => parseBackupName(file)?.kind === 'restore')
    .sort()
    .at(-1);
  if (name === undefined) return ['nothing was kept of the state before'];
  checkBackup(join(folder, name), key);
  const client = connect(join(folder, name), key, 'read');
  try {
    const there = client.prepare('select 1 from site where name = ?').get(site);
    return there === undefined ? [`${site} is not in what was kept`] : [];
  } finally {
    client.close();
  }
}

function nameIn(db: Database): string {
  return db.statement<{ name: string }>('select name from organisation').get()?.name ?? '';
}

function hasSite(db: Database, name: string): boolean {
  return db.statement('select 1 from site where name = ?').get(name) !== undefined;
}
