import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { appFolder } from '../../e2e/support/electron';
import { type Figure, rounded } from '../core/measure';
import { whileBackingUp } from './backing-up';
import { framesWhileScrolling, keystrokes, roundTrips, signInToFirstRow } from './in-page';
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

/** What a start is made of: until there is something to sign in with, and from there to the first row. */
const parts = {
  whole: 'window.start_to_first_row',
  signIn: 'window.start_to_sign_in',
  rows: 'window.sign_in_to_first_row',
};

/** Start, memory, a page in the renderer, typing and scrolling, in the real window. */
export async function* windowFigures(subject: Subject): AsyncGenerator<Figure> {
  const { n } = subject;
  const empty: number[] = [];
  const start: Record<keyof typeof parts, number[]> = { whole: [], signIn: [], rows: [] };
  const memory: Record<string, number[]> = { ours: [], blank: [] };
  for (let round = 0; round < starts; round += 1) {
    const blank = await launch(blankFolder, null);
    empty.push(await untilPainted(blank));
    await noteMemory(blank, memory['blank']);
    await blank.close();
    const ours = await launchOurs(subject);
    const signIn = await untilPainted(ours);
    const rows = await signInTo(ours.page, subject);
    start.signIn.push(signIn);
    start.rows.push(rows);
    start.whole.push(signIn + rows);
    await noteMemory(ours, memory['ours']);
    await ours.close();
  }
  const times = (ours: number[]) => sorted({ ours, blank: empty });
  yield { op: parts.whole, n, times: times(start.whole) };
  yield { op: parts.signIn, n, times: times(start.signIn) };
  yield { op: parts.rows, n, times: sorted({ ours: start.rows }) };
  if (memory['ours']?.length) yield { op: 'window.idle_memory', n, times: sorted(memory), unit: 'MiB' };
  yield* atWork(subject);
}

async function* atWork(subject: Subject): AsyncGenerator<Figure> {
  const { n } = subject;
  const ours = await launchOurs(subject);
  try {
    await untilPainted(ours);
    await signInTo(ours.page, subject);
    // Alone: an empty window beside it would have its share of the processor.
    await pause(idleMs);
    yield { op: 'window.keystroke_to_painted_rows', n, times: { ours: await keystrokes(ours.page) } };
    await ours.page.getByLabel('Search users', { exact: true }).fill('');
    yield* whileBackingUp(ours, n);
    const blank = await launch(blankFolder, null);
    try {
      yield* besideBlank(ours.page, blank.page, n);
    } finally {
      await blank.close();
    }
  } finally {
    await ours.close();
  }
}

async function* besideBlank(ours: Page, blank: Page, n: number): AsyncGenerator<Figure> {
  yield {
    op: 'window.page_of_50',
    n,
    times: { ours: await roundTrips(ours, 'ours'), blank: await roundTrips(blank, 'blank') },
  };
  yield {
    op: 'window.scroll_5s',
    n,
    times: {
      ours: [await framesWhileScrolling(ours, 'table')],
      'empty list': [await framesWhileScrolling(blank, 'list')],
    },
    unit: 'share of frames over 33 ms',
  };
}

function launchOurs({ dataFolder, keychainFile }: Subject): Promise<Launched> {
  return launch(appFolder, dataFolder, { ATRIUM_TEST_KEYCHAIN: keychainFile });
}

/** Answers the milliseconds from pressing **Sign in**; the typing before it is nobody's time but the typist's. */
async function signInTo(page: Page, { email, password }: Subject): Promise<number> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  return signInToFirstRow(page);
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
