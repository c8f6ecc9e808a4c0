import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo } from '../../test/e2e/support/demo';
import { Desk } from '../../test/e2e/support/desk';
import { createCamera } from './camera';
import { firstRun } from './first-run';
import { german } from './german';
import { mainJob } from './main-job';
import { restore } from './restore';

/** Drives the real app through the main job and writes the pictures that README and guide show. */
async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'atrium-tour-'));
  const picture = createCamera(join(process.cwd(), 'docs', 'pictures'));
  const desks: Desk[] = [];
  const deskIn = (name: string) => {
    const desk = new Desk({ home: join(root, name) });
    desks.push(desk);
    return desk;
  };
  try {
    await firstRun(deskIn('empty'), picture);
    makeDemo(join(root, 'demo'), { users: 412 });
    await mainJob(deskIn('demo'), picture);
    await german(deskIn('demo'), picture);
    await restore(deskIn('demo'), picture);
  } finally {
    for (const desk of desks) await desk.close();
    rmSync(root, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
