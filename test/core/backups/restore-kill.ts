import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { prepareRestore } from '../../../core/backups/restore/prepare-restore';
import { finishRestore } from '../../../core/backups/restore/staging';
import { createIds } from '../../../core/db/ids';
import { openDatabase } from '../../../core/db/open';
import { createServices } from '../../../core/services/create-services';
import { systemRandom } from '../../../core/system';
import { fakeClock } from '../../support/clock';
import { cheapHasher } from '../../support/hasher';
import { mailPorts } from '../../support/mail/ports';
import { openOptions } from '../../support/options';
import { backUp, inputFor, opened, placesIn, stageBeside } from './restoring';

const swapping = fileURLToPath(new URL('./swapping-child.ts', import.meta.url));
const loader = fileURLToPath(new URL('../../support/ts-loader.mjs', import.meta.url));

interface RestoreKills {
  rounds: number;
  /** How many of them left the state of before, and how many the restored one. */
  old: number;
  restored: number;
}

/** A desk of two organisations' names: the one in the backup, and the one it is called now. */
async function givenDesk(folder: string): Promise<string> {
  const clock = fakeClock();
  const db = openDatabase(openOptions(join(folder, 'atrium.db'), clock));
  const services = createServices({
    db,
    clock,
    ids: createIds({ clock, random: systemRandom }),
    random: systemRandom,
    hasher: cheapHasher(),
    announce: () => undefined,
    commonPasswords: { has: () => false },
    licenceKeys: { publicKeys: [] },
    mail: mailPorts(),
  });
  await services.setup.create({
    organisationName: 'Backed up',
    siteName: 'Harbour House',
    displayName: 'Ada Lindqvist',
    email: 'ada@marina.example',
    password: 'seven quiet ferns',
    roleModel: 'three',
  });
  const backup = backUp(db, join(folder, 'one.atrium-backup'));
  db.client.exec("update organisation set name = 'As it is now'");
  db.close();
  writeFileSync(join(folder, 'atrium.anchor'), 'old');
  return backup;
}

/** Runs it on a copy of that folder until it ends or kills itself, starts on what is left, and tells which state that is. */
async function ended(origin: string, step: number): Promise<{ state: 'old' | 'new'; killed: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-killed-'));
  try {
    cpSync(origin, folder, { recursive: true });
    const process_ = spawn(process.execPath, ['--import', loader, swapping, folder, String(step)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const signal = await new Promise((resolve) => process_.on('close', (_code, by) => resolve(by)));
    return { state: whole(folder), killed: signal !== null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function whole(folder: string): 'old' | 'new' {
  finishRestore(placesIn(folder));
  const db = opened(folder);
  try {
    expect(db.client.pragma('integrity_check', { simple: true })).toBe('ok');
    const name = db.statement<{ name: string }>('select name from organisation').get()?.name;
    const state = name === 'Backed up' ? 'new' : 'old';
    expect(name).toBe(state === 'new' ? 'Backed up' : 'As it is now');
    expect(readFileSync(join(folder, 'atrium.anchor'), 'utf8')).toBe(state);
    const restores = "select count(*) as n from audit_event where action = 'backup.restore'";
    expect(db.statement<{ n: number }>(restores).get()?.n).toBe(state === 'new' ? 1 : 0);
    expect(readdirSync(folder)).not.toContain('restoring');
    return state;
  } finally {
    db.close();
  }
}

/** At each step of putting it in place, one after the other, until one gets through. */
export async function killAtEveryStep(): Promise<RestoreKills> {
  const origin = mkdtempSync(join(tmpdir(), 'atrium-origin-'));
  const kills: RestoreKills = { rounds: 0, old: 0, restored: 0 };
  try {
    const backup = await givenDesk(origin);
    const { staging } = prepareRestore(inputFor(join(origin, 'atrium.db'), backup));
    stageBeside(staging);
    for (let step = 1; ; step += 1) {
      const { state, killed } = await ended(origin, step);
      if (!killed) return kills;
      kills.rounds += 1;
      kills[state === 'new' ? 'restored' : 'old'] += 1;
    }
  } finally {
    rmSync(origin, { recursive: true, force: true });
  }
}
