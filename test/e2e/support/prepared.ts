import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetUpPage } from '../pages/set-up-page';
import { makeDemo } from './demo';
import { Desk } from './desk';
import { ada, nordhaus, settle } from './nordhaus';

/** `empty`: the first run. `three`, `two`: Nordhaus, set up with that role model. `demo`: 5 000 people. */
export type Beginning = 'empty' | 'three' | 'two' | 'demo';

/** Makes each beginning once per worker; every test gets a copy of its own. */
export class PreparedHomes {
  private readonly root = mkdtempSync(join(tmpdir(), 'atrium-e2e-'));
  private readonly made = new Map<Beginning, Promise<string>>();
  private copies = 0;

  async copyOf(beginning: Beginning): Promise<string> {
    const home = join(this.root, `home-${++this.copies}`);
    if (beginning === 'empty') mkdirSync(home);
    else cpSync(await this.original(beginning), home, { recursive: true });
    return home;
  }

  discard(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private original(beginning: Exclude<Beginning, 'empty'>): Promise<string> {
    const known = this.made.get(beginning) ?? this.make(beginning);
    this.made.set(beginning, known);
    return known;
  }

  private async make(beginning: Exclude<Beginning, 'empty'>): Promise<string> {
    const home = join(this.root, beginning);
    if (beginning === 'demo') makeDemo(home, { users: 5000 });
    else await setUp(home, beginning);
    return home;
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
