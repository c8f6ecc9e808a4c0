import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { inThisThread } from '../../../core/background/tasks';
import type { RequestInput, RequestOutput, RouteName } from '../../../core/contract';
import type { EventName } from '../../../core/contract/events';
import type { WireError } from '../../../core/errors/catalogue';
import { prepareFolder } from '../../../electron/app-folder';
import { type Outside, startDesk as open, type WindowsPort } from '../../../electron/compose';
import { fileAnchorStore } from '../../../electron/platform/anchor/file-anchor';
import { macKeys } from '../../../electron/platform/anchor/mac-key';
import { fileErasureList } from '../../../electron/platform/erasure-list';
import { fileKeyStore } from '../../../electron/platform/key-store/file-store';
import { keyTriesFile } from '../../../electron/platform/key-store/tries';
import { type FakeClock, fakeClock } from '../../support/clock';
import { tempFolder } from '../../support/db';
import { cheapHasher } from '../../support/hasher';
import { developmentKeys } from '../../support/licence/development';
import { mailPorts } from '../../support/mail/ports';
import { type MemoryFile, memoryFile } from '../../support/memory-file';
import { commonPasswords, migrationsFolder } from '../../support/options';

export interface SentEvent {
  windowId: number;
  event: EventName;
  payload: unknown;
}

/** Windows without Electron: they only remember what they were told. */
export function fakeWindows() {
  const open = new Set<number>();
  const sent: SentEvent[] = [];
  const asked = {
    windows: 0,
    quits: 0,
    copied: [] as string[],
    saved: [] as string[],
    opened: [] as string[],
    files: [] as MemoryFile[],
    languages: new Map<number, string | null>(),
    focused: [] as number[],
    /** What the person chooses in the system's dialogs. */
    folder: null as string | null,
    file: null as string | null,
    backup: null as string | null,
    shown: [] as string[],
  };
  const port: WindowsPort = {
    ids: () => [...open],
    has: (windowId) => open.has(windowId),
    send: (windowId, event, payload) => sent.push({ windowId, event, payload }),
    open: () => {
      asked.windows += 1;
      return asked.windows;
    },
    focus: (windowId) => asked.focused.push(windowId),
    quit: () => {
      asked.quits += 1;
    },
    copyText: (text) => asked.copied.push(text),
    print: async () => ({ printed: true, savedTo: null }),
    saveFile: async (_windowId, { title, extension, content }) => {
      asked.saved.push(Buffer.from(content()).toString());
      return `${title}.${extension}`;
    },
    openMail: async (url) => {
      asked.opened.push(url);
    },
    newFile: async () => {
      const file = memoryFile();
      asked.files.push(file);
      return file;
    },
    chooseFolder: async () => asked.folder,
    chooseFile: async () => asked.file,
    chooseBackup: async () => asked.backup,
    showFolder: async (path) => {
      asked.shown.push(path);
    },
    setLanguage: (windowId, language) => asked.languages.set(windowId, language),
  };
  return { port, open, sent, asked };
}

/** A computer that keeps its notifications, to be clicked by a test. */
export function fakeNotifications() {
  const shown: { title: string; body: string; click: () => void }[] = [];
  const fake = {
    shown,
    /** Whether it shows any. */
    able: true,
    port: {
      supported: () => fake.able,
      show: (note: { title: string; body: string }, click: () => void) => shown.push({ ...note, click }),
    },
  };
  return fake;
}

export interface Answered<R extends RouteName> {
  ok: boolean;
  value: RequestOutput<R>;
  error: WireError;
}

interface Options {
  folder?: string;
  clock?: FakeClock;
  /** Milliseconds that only ever go forward; left out, none pass. */
  elapsed?: () => number;
  /** For a desk that several tests share, and close themselves. */
  shared?: boolean;
}

/** Everything behind the windows, as the app puts it together, on a real database. Hashing is cheap: argon2id has tests of its own. */
export async function startDesk({
  folder: path = tempFolder(),
  clock = fakeClock(),
  elapsed = () => 0,
  shared = false,
}: Options = {}) {
  const windows = fakeWindows();
  Object.assign(windows.asked, { folder: path, file: join(path, 'elsewhere.atrium-copy') });
  const notifications = fakeNotifications();
  const folder = prepareFolder(path);
  const faults: { where: string; error: unknown }[] = [];
  const outside: Outside = {
    folder,
    migrationsFolder,
    windows: windows.port,
    elapsed,
    packaged: false,
    hasher: cheapHasher(),
    background: inThisThread,
    commonPasswords,
    licenceKeys: developmentKeys,
    mail: mailPorts(),
    keyStore: fileKeyStore(join(path, 'test.key'), 'test'),
    keyTries: keyTriesFile(folder.keyTriesFile),
    anchorStore: (key, file = folder.anchorFile) => fileAnchorStore(file, macKeys(key, null, 'linux')),
    erasureList: () => fileErasureList(folder.erasuresFile),
    surroundings: {
      languageOverride: null,
      systemLanguage: 'en',
      version: '1.2.3',
      platform: 'linux',
      clock,
      notifications: notifications.port,
    },
    log: { event: () => undefined, fault: (_id, where, error) => faults.push({ where, error }) },
  };
  const desk = open(outside);
  await desk.opened;
  let closed = false;
  const close = () => {
    if (!closed) desk.close();
    closed = true;
  };
  if (!shared) onTestFinished(close);

  /** Asks as that window, and expects an answer of that route's form. */
  async function ask<R extends RouteName>(
    windowId: number,
    route: R,
    payload: RequestInput<R>,
  ): Promise<Answered<R>> {
    return (await desk.router({ windowId, route, payload })) as Answered<R>;
  }

  /** Opens a window; answers its id. */
  function openWindow(): number {
    const id = windows.open.size + 1;
    windows.open.add(id);
    return id;
  }

  return { desk, clock, folder, faults, windows, notifications, ask, openWindow, close, path };
}

export const admin = { email: 'ada@nordlicht.example', password: 'correct horse battery' };

/** A desk past its set-up, with the first Tenant-Admin signed in at window 1. */
export async function startReadyDesk(options?: Options) {
  const test = await startDesk(options);
  const windowId = test.openWindow();
  const answer = await test.ask(windowId, 'setup.create', {
    organisationName: 'Nordlicht',
    siteName: 'Hafen',
    displayName: 'Ada Berg',
    ...admin,
    roleModel: 'three',
  });
  if (!answer.ok) throw new Error(`Set-up failed: ${JSON.stringify(answer.error)}`);
  const { sites } = (await test.ask(windowId, 'sites.list', {})).value;
  const siteId = sites[0]?.id ?? '';
  return { ...test, windowId, siteId };
}

export type ReadyDesk = Awaited<ReturnType<typeof startReadyDesk>>;

/** Adds a person who needs no forced change, and signs them in at a window of their own. */
export async function addPerson(
  test: ReadyDesk,
  email: string,
  role: RequestInput<'users.create'>['role'],
  mustChangePassword = false,
) {
  const password = 'seventeen blue kites';
  const siteIds = role === 'tenant_admin' ? [] : [test.siteId];
  const created = await test.ask(test.windowId, 'users.create', {
    email,
    displayName: 'Bo Quist',
    role,
    siteIds,
    password,
    mustChangePassword,
    removeInvitationId: null,
  });
  if (!created.ok) throw new Error(`Not added: ${JSON.stringify(created.error)}`);
  const windowId = test.openWindow();
  const signedIn = await test.ask(windowId, 'session.signIn', { email, password });
  if (!signedIn.ok) throw new Error(`Not signed in: ${JSON.stringify(signedIn.error)}`);
  return { id: created.value.id, windowId, email, password, state: signedIn.value };
}
