import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { TestClock } from './clock';
import { appFolder, electronProgram, electronSwitches, leadPlaywrightToElectron } from './electron';

export type Language = 'en' | 'de';

/** A launch takes one to three seconds, on a machine that does much else at the same time up to ten. */
const launchMs = 40_000;

/** Drawn by the processor on every machine, so that none loses a second trying what its graphics card can do. */
const drawing = ['--disable-gpu', '--disable-software-rasterizer'];

export interface DeskOptions {
  /** Holds everything of this desk: data folder, clock, keychain. */
  home: string;
  /** `null`: what the person or the system wants, as when the app is started from a menu. */
  language?: Language | null;
  /** Further arguments before the app's folder. */
  switches?: readonly string[];
  /** Further environment, such as the time zone. */
  env?: Record<string, string>;
}

/** The real app, running on a data folder of its own. */
export class Desk {
  readonly clock: TestClock;
  readonly dataFolder: string;
  readonly keychainFile: string;
  private running: { app: ElectronApplication; first: Page } | null = null;
  private readonly complaints: string[] = [];

  constructor(private readonly options: DeskOptions) {
    this.dataFolder = join(options.home, 'data');
    this.keychainFile = join(options.home, 'keychain');
    this.clock = new TestClock(join(options.home, 'clock'));
    mkdirSync(this.dataFolder, { recursive: true });
  }

  /** Starts the app and answers its window. */
  async start({ language = this.options.language }: Pick<DeskOptions, 'language'> = {}): Promise<Page> {
    const app = await this.launch(language);
    app.on('window', (page) => this.listenTo(page));
    const first = await app.firstWindow();
    this.listenTo(first);
    this.running = { app, first };
    return first;
  }

  private launch(language: Language | null | undefined): Promise<ElectronApplication> {
    leadPlaywrightToElectron();
    return electron.launch({
      timeout: launchMs,
      args: [
        ...electronSwitches(),
        ...drawing,
        ...(this.options.switches ?? []),
        appFolder,
        `--data-dir=${this.dataFolder}`,
        ...(language === null ? [] : [`--lang=${language ?? 'en'}`]),
      ],
      env: this.environment(),
    });
  }

  private environment(): Record<string, string> {
    return {
      ...definedOnly(process.env),
      ATRIUM_TEST_CLOCK: this.clock.file,
      ATRIUM_TEST_KEYCHAIN: this.keychainFile,
      ...this.options.env,
    };
  }

  /** The window the app started with. */
  get window(): Page {
    return this.now.first;
  }

  /** The window that `act` opens. */
  async windowFrom(act: () => Promise<void>): Promise<Page> {
    const [page] = await Promise.all([this.now.app.waitForEvent('window'), act()]);
    return page;
  }

  /** A second start on the same folder with a link, as the system makes it when somebody opens that link. */
  openLink(link: string): Promise<void> {
    return this.startAgain(link);
  }

  /** A second start on the same folder: the first process opens a window for it, or takes the link it was given. */
  async startAgain(...given: string[]): Promise<void> {
    const folder = `--data-dir=${this.dataFolder}`;
    const second = spawn(electronProgram(), [...electronSwitches(), appFolder, folder, ...given], {
      env: this.environment(),
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code, 'the second start leaves the work to the first and ends').toBe(0);
  }

  /** The page's process dies, as one does that runs out of memory; or by a signal, as of a fault of its own. */
  async crashPage(page: Page, signal?: 'SIGSEGV'): Promise<void> {
    const window = await this.now.app.browserWindow(page);
    const crashed = page.waitForEvent('crash');
    if (signal === undefined) await window.evaluate((own) => own.webContents.forcefullyCrashRenderer());
    else process.kill(await window.evaluate((own) => own.webContents.getOSProcessId()), signal);
    await crashed;
  }

  /** Sets the size of a window's content, as dragging its corner would. */
  async resize(page: Page, width: number, height: number): Promise<void> {
    const window = await this.now.app.browserWindow(page);
    await window.evaluate((own, size) => own.setContentSize(size.width, size.height), { width, height });
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
  }

  /** The address a window shows, as main knows it. */
  async addressOf(page: Page): Promise<string> {
    const window = await this.now.app.browserWindow(page);
    return window.evaluate((own) => own.webContents.getURL());
  }

  /** What the system tells an app when somebody locks the computer, or it goes to sleep. */
  async systemSays(event: 'lock-screen' | 'suspend'): Promise<void> {
    await this.now.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
  }

  /** Nobody touches a key or the mouse for so long: what the app counts that by moves on, the wall clock doesn't. */
  async sitStill(ms: number): Promise<void> {
    await this.now.app.evaluate((_electron, passed) => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + passed;
    }, ms);
  }

  /** A computer without a printer, where the person saves every sheet as this file; `null`: leaves the dialog. */
  async savesSheetsAs(file: string | null): Promise<void> {
    await this.now.app.evaluate(({ BrowserWindow, dialog }, filePath) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.getPrintersAsync = async () => [];
      dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
    }, file);
  }

  /** Whoever is asked for a file or a folder that is there leaves the dialog; no other program shows one. */
  async opensNothing(): Promise<void> {
    await this.now.app.evaluate(({ dialog, shell }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
      shell.openPath = async () => '';
    });
  }

  /** Whoever is asked for a folder takes this one. */
  async choosesFolder(path: string): Promise<void> {
    await this.now.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
  }

  /** Whoever is asked for a file that is there takes this one. */
  async choosesFile(path: string): Promise<void> {
    await this.choosesFolder(path);
  }

  /** A computer with a mail program; answers the address the app handed to it last. */
  async mailProgram(): Promise<() => Promise<string | null>> {
    await this.now.app.evaluate(({ shell }) => {
      shell.openExternal = async (url) => {
        (globalThis as { handedOver?: string }).handedOver = url;
      };
    });
    return () => this.now.app.evaluate(() => (globalThis as { handedOver?: string }).handedOver ?? null);
  }

  /** A computer that shows notifications, or one that shows none; which it is depends on the machine a test runs on. */
  async showsNotifications(able: boolean): Promise<void> {
    await this.now.app.evaluate(({ Notification }, supported) => {
      const kept = globalThis as unknown as { shownNotes?: Electron.Notification[] };
      kept.shownNotes = [];
      Notification.isSupported = () => supported;
      Notification.prototype.show = function show(this: Electron.Notification) {
        kept.shownNotes?.push(this);
      };
    }, able);
  }

  /** What the computer has shown so far, title and text. */
  notifications(): Promise<string[]> {
    return this.now.app.evaluate(() => {
      const kept = globalThis as unknown as { shownNotes?: Electron.Notification[] };
      return (kept.shownNotes ?? []).map(({ title, body }) => `${title}\n${body}`);
    });
  }

  /** Clicks the one shown last. */
  async clickNotification(): Promise<void> {
    await this.now.app.evaluate(() => {
      const kept = globalThis as unknown as { shownNotes?: Electron.Notification[] };
      kept.shownNotes?.at(-1)?.emit('click');
    });
  }

  windowCount(): number {
    return this.now.app.windows().length;
  }

  async restart(options: Pick<DeskOptions, 'language'> = {}): Promise<Page> {
    await this.close();
    return this.start(options);
  }

  /** Closes the app as a person would. */
  async close(): Promise<void> {
    const { running } = this;
    this.running = null;
    await running?.app.close();
  }

  /** Takes the process away without a word, as a power cut would. */
  async kill(signal: 'SIGKILL' | 'SIGSEGV' = 'SIGKILL'): Promise<void> {
    const { app } = this.now;
    this.running = null;
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill(signal);
    await gone;
  }

  /** Main itself, for what no person sees and a rule is about all the same. */
  get main(): Pick<ElectronApplication, 'evaluate'> {
    return this.now.app;
  }

  /** What a page complains about when a test makes it do what it must not; answers how often it did. */
  takeComplaints(about: RegExp): number {
    const others = this.complaints.filter((complaint) => !about.test(complaint));
    const taken = this.complaints.length - others.length;
    this.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
    return taken;
  }

  /** Fails when any window complained on its console. */
  expectNoComplaints(): void {
    expect(this.complaints, 'errors on the console of a window').toEqual([]);
  }

  /** Attaches a picture of every open window to the report. */
  async attachPictures(info: TestInfo): Promise<void> {
    for (const [index, page] of (this.running?.app.windows() ?? []).entries()) {
      const body = await page.screenshot().catch(() => null);
      if (body !== null) await info.attach(`window ${index + 1}`, { body, contentType: 'image/png' });
    }
  }

  private get now(): { app: ElectronApplication; first: Page } {
    if (this.running === null) throw new Error('The app is not running');
    return this.running;
  }

  private readonly heard = new WeakSet<Page>();

  private listenTo(page: Page): void {
    if (this.heard.has(page)) return;
    this.heard.add(page);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
