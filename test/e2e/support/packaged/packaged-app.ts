import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { electronSwitches } from '../electron';

const drawing = ['--disable-gpu', '--disable-software-rasterizer'];
const debugging = ['--inspect=0', '--remote-debugging-port=0'];

interface Options {
  program: string;
  /** Holds the data folder. */
  home: string;
  env?: Record<string, string>;
  /** Who starts it and with which of Chromium's switches; left out: who runs the tests. */
  as?: { uid: number; gid: number; switches: string[] };
}

const running = new Set<ChildProcess>();

/** For after each test: one that failed half-way leaves its app behind. */
export function endLeftOver(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/** A packed app, started as a person starts it: as a program of its own. A window is looked into through Chromium's port. */
export class PackagedApp {
  readonly dataFolder: string;
  private running: { child: ChildProcess; browser: Browser | null } | null = null;
  /** What it has written to stderr. */
  said = '';

  constructor(private readonly options: Options) {
    this.dataFolder = join(options.home, 'data');
    mkdirSync(options.home, { recursive: true });
  }

  /** Starts it and answers its window; only what `letTestsIn` has opened can be. */
  async start(): Promise<Page> {
    const child = this.launch(debugging);
    await expect.poll(() => this.said, { timeout: 40_000 }).toMatch(/DevTools listening on ws:/);
    const [, host = ''] = /DevTools listening on ws:\/\/([^/]+)/.exec(this.said) ?? [];
    const address = `http://${host}`;
    // Who attaches while the first window is still being made waits for ever.
    await expect.poll(() => pagesAt(address), { timeout: 40_000 }).toContain('app://atrium/index.html');
    const browser = await attachTo(address);
    this.running = { child, browser };
    const pages = () => browser.contexts().flatMap((context) => context.pages());
    await expect.poll(() => pages().length, { timeout: 40_000 }).toBeGreaterThan(0);
    return pages()[0] as Page;
  }

  /** Starts it with these arguments, and asks for nothing. */
  launch(args: string[], env: Record<string, string> = {}): ChildProcess {
    const { program, as } = this.options;
    this.said = '';
    const child = spawn(
      program,
      [
        ...(as?.switches ?? electronSwitches()),
        ...drawing,
        `--data-dir=${this.dataFolder}`,
        '--lang=en',
        ...args,
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...this.options.env, ...env },
        cwd: this.options.home,
        ...(as === undefined ? {} : { uid: as.uid, gid: as.gid }),
      } satisfies SpawnOptions,
    );
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (this.said += chunk));
    this.running = { child, browser: null };
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  /** A further start on the same folder, or one that ends by itself: answers its exit code. */
  async runToEnd(args: string[], env: Record<string, string> = {}): Promise<number | null> {
    const { running } = this;
    const child = this.launch(args, env);
    this.running = running;
    return ended(child);
  }

  async close(): Promise<void> {
    const { running } = this;
    this.running = null;
    if (running === null) return;
    await running.browser?.close();
    if (running.child.exitCode === null) {
      running.child.kill('SIGTERM');
      await ended(running.child);
    }
  }

  async restart(): Promise<Page> {
    await this.close();
    return this.start();
  }
}

/**
 * Attaching may wait for ever for a window that is still being made; the app goes on meanwhile, and the next attempt finds it.
 * Only looking in is tried again, never what the app does.
 */
async function attachTo(address: string): Promise<Browser> {
  let browser: Browser | undefined;
  await expect(async () => {
    browser = await chromium.connectOverCDP(address, { timeout: 8_000 });
  }).toPass({ timeout: 40_000 });
  if (browser === undefined) throw new Error('Attached to nothing');
  return browser;
}

/** The addresses of the pages there are. */
async function pagesAt(address: string): Promise<string[]> {
  const targets = (await (await fetch(`${address}/json/list`)).json()) as { type: string; url: string }[];
  return targets.filter(({ type }) => type === 'page').map(({ url }) => url.replace(/#.*$/, ''));
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
