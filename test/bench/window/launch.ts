import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { electronProgram, electronSwitches } from '../../e2e/support/electron';

export interface Launched {
  app: ElectronApplication;
  page: Page;
  /** `performance.now()` when the process was asked for. */
  began: number;
  close(): Promise<void>;
}

/** Starts an app on a data folder; `null`: an empty one that goes with it. */
export async function launch(appFolder: string, dataFolder: string | null, env = {}): Promise<Launched> {
  const temporary = dataFolder === null ? mkdtempSync(join(tmpdir(), 'atrium-blank-')) : null;
  const began = performance.now();
  const app = await electron.launch({
    timeout: 60_000,
    executablePath: electronProgram(),
    args: [...electronSwitches(), appFolder, `--data-dir=${dataFolder ?? temporary}`, '--lang=en'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    began,
    async close() {
      await app.close();
      if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Milliseconds from the start until the page had painted something. */
export async function untilPainted({ page, began }: Launched): Promise<number> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new PerformanceObserver((list) => {
          if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  return performance.now() - began;
}

/** Proportional set size of a process and all its children, MiB; `null` where the system doesn't tell (not Linux). */
export function memoryOf(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readOr(`/proc/${name}/stat`);
    if (stat !== null) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  let kib = 0;
  for (const pid of parents.keys()) {
    if (!descends(pid)) continue;
    kib += Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0);
  }
  return kib / 1024;

  function descends(pid: number): boolean {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
    return false;
  }
}

/** `null` for a process that ended meanwhile. */
function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
