import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { appFolder } from '../../e2e/support/electron';
import { type Figure, rounded } from '../core/measure';
import { framesWhileScrolling, keystrokes, roundTrips } from './in-page';
import { type Launched, launch, memoryOf, untilPainted } from './launch';

export interface Subject {
  n: number;
  dataFolder: string;
  keychainFile: string;
  email: string;
  password: string;
}

const starts = 5;
const idleMs = 6000;
const blankFolder = join(appFolder, 'test', 'bench', 'window', 'blank');

/** Start, memory, a page in the renderer, typing and scrolling, in the real window. */
export async function* windowFigures(subject: Subject): AsyncGenerator<Figure> {
  const { n } = subject;
  const start: Record<string, number[]> = { ours: [], blank: [] };
  const memory: Record<string, number[]> = { ours: [], blank: [] };
  for (let round = 0; round < starts; round += 1) {
    const blank = await launch(blankFolder, null);
    start['blank']?.push(await untilPainted(blank));
    await noteMemory(blank, memory['blank']);
    await blank.close();
    const ours = await launchOurs(subject);
    await toFirstRow(ours.page, subject);
    start['ours']?.push(performance.now() - ours.began);
    await noteMemory(ours, memory['ours']);
    await ours.close();
  }
  yield { op: 'window.start_to_first_row', n, times: sorted(start) };
  if (memory['ours']?.length) yield { op: 'window.idle_memory', n, times: sorted(memory), unit: 'MiB' };
  yield* atWork(subject);
}

async function* atWork(subject: Subject): AsyncGenerator<Figure> {
  const { n } = subject;
  const blank = await launch(blankFolder, null);
  const ours = await launchOurs(subject);
  try {
    await toFirstRow(ours.page, subject);
    yield {
      op: 'window.page_of_50',
      n,
      times: { ours: await roundTrips(ours.page, 'ours'), blank: await roundTrips(blank.page, 'blank') },
    };
    yield { op: 'window.keystroke_to_painted_rows', n, times: { ours: await keystrokes(ours.page) } };
    await ours.page.getByLabel('Search users', { exact: true }).fill('');
    yield {
      op: 'window.scroll_5s',
      n,
      times: {
        ours: [await framesWhileScrolling(ours.page, 'table')],
        'empty list': [await framesWhileScrolling(blank.page, 'list')],
      },
      unit: 'share of frames over 33 ms',
    };
  } finally {
    await ours.close();
    await blank.close();
  }
}

function launchOurs({ dataFolder, keychainFile }: Subject): Promise<Launched> {
  return launch(appFolder, dataFolder, { ATRIUM_TEST_KEYCHAIN: keychainFile });
}

async function toFirstRow(page: Page, { email, password }: Subject): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Users', exact: true }).click();
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .waitFor();
}

/** Taken once the start is over and nothing happens any more. */
async function noteMemory({ app }: Launched, into: number[] | undefined): Promise<void> {
  await pause(idleMs);
  const used = memoryOf(app.process().pid ?? 0);
  if (used !== null) into?.push(rounded(used));
}

function sorted(times: Record<string, number[]>): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, [...list].sort((a, b) => a - b)]),
  );
}
