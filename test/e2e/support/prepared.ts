import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetUpPage } from '../pages/set-up-page';
import { makeDemo } from './demo';
import { Desk } from './desk';
import { ada, nordhaus, settle } from './nordhaus';
import { runFolder } from './run-folder';

/** `empty`: the first run. `three`, `two`: Nordhaus, set up with that role model. `demo`: 5 000 people. */
export type Beginning = 'empty' | 'three' | 'two' | 'demo';

/** Makes each beginning once per run, whichever worker needs it first; every test gets a copy of its own. */
export class PreparedHomes {
  private readonly copies = mkdtempSync(join(runFolder(), 'worker-'));
  private made = 0;

  async copyOf(beginning: Beginning): Promise<string> {
    const home = join(this.copies, `home-${++this.made}`);
    if (beginning === 'empty') mkdirSync(home);
    else cpSync(await original(beginning), home, { recursive: true });
    return home;
  }

  discard(): void {
    rmSync(this.copies, { recursive: true, force: true });
  }
}

/** Whoever gets to make the folder fills it; it takes its name when it is whole. */
async function original(beginning: Exclude<Beginning, 'empty'>): Promise<string> {
  const home = join(runFolder(), beginning);
  const unfinished = `${home}-unfinished`;
  while (!existsSync(home)) {
    if (isMine(unfinished)) await make(unfinished, home, beginning);
    else await pause(100);
  }
  return home;
}

function isMine(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** One that fails makes way for the next try. */
async function make(unfinished: string, home: string, beginning: Exclude<Beginning, 'empty'>): Promise<void> {
  try {
    if (existsSync(home)) return rmSync(unfinished, { recursive: true });
    if (beginning === 'demo') makeDemo(unfinished, { users: 5000 });
    else await setUp(unfinished, beginning);
    renameSync(unfinished, home);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function setUp(home: string, roles: 'three' | 'two'): Promise<void> {
  const desk = new Desk({ home });
  const page = await desk.start();
  const setUpPage = await SetUpPage.shown(page);
  await setUpPage.create({ ...nordhaus, ...ada, roles: roles === 'three' ? 'Three roles' : 'Two roles' });
  await settle(page);
  await desk.close();
}
