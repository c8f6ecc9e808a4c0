import type { ElectronApplication, Page } from '@playwright/test';
import type { Figure } from '../core/measure';
import type { Launched } from './launch';

const backups = 5;

interface Kept {
  gaps: number[];
  stop(): void;
}

/** How long a backup takes, and how long main keeps anybody waiting meanwhile, beside the same time without one. */
export async function* whileBackingUp({ app, page }: Launched, n: number): AsyncGenerator<Figure> {
  const took: number[] = [];
  const gaps: number[] = [];
  const quiet: number[] = [];
  for (let round = 0; round < backups; round += 1) {
    await watch(app);
    const ms = await backUp(page);
    gaps.push(await longest(app));
    took.push(ms);
    await watch(app);
    await page.waitForTimeout(ms);
    quiet.push(await longest(app));
  }
  yield { op: 'window.back_up', n, times: { ours: sorted(took) } };
  yield { op: 'window.main_waits_while_backing_up', n, times: { ours: sorted(gaps), idle: sorted(quiet) } };
}

function backUp(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { atrium } = globalThis as unknown as {
      atrium: { request(route: string, payload: unknown): Promise<{ ok: boolean }> };
    };
    const began = performance.now();
    const { ok } = await atrium.request('backups.make', {});
    if (!ok) throw new Error('No backup');
    return performance.now() - began;
  });
}

/** Notes in main how long its loop is away, each time. */
function watch(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    const kept: Kept = { gaps: [], stop: () => clearInterval(timer) };
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      kept.gaps.push(now - last);
      last = now;
    }, 1);
    (globalThis as { watched?: Kept }).watched = kept;
  });
}

function longest(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => {
    const kept = (globalThis as { watched?: Kept }).watched;
    kept?.stop();
    return Math.max(0, ...(kept?.gaps ?? []));
  });
}

const sorted = (times: number[]) => [...times].sort((a, b) => a - b);
