import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { app, powerMonitor, safeStorage } from 'electron';
import { inWorker } from '../core/background/in-worker';
import type { AppState } from '../core/contract/app';
import { linkScheme } from '../core/domain/invitation';
import { createArgon2Hasher } from '../core/services/hashing/argon2-hasher';
import { systemClock } from '../core/system';
import { dataFolder, prepareFolder, readArguments } from './app-folder';
import { startDesk } from './compose';
import type { DeskHost } from './desk-host';
import { doctorSwitch, runDoctor } from './doctor/in-app';
import { bindRequests } from './ipc/bind';
import { fileAnchorStore } from './platform/anchor/file-anchor';
import { macKeys } from './platform/anchor/mac-key';
import { offsetClock } from './platform/clock';
import { readCommonPasswords } from './platform/common-passwords';
import { closeDebuggingPort } from './platform/debugging-port';
import { fileErasureList } from './platform/erasure-list';
import { chooseKeyStore } from './platform/key-store/choose';
import { keyTriesFile } from './platform/key-store/tries';
import { systemLanguage } from './platform/language';
import { licenceKeys } from './platform/licence-keys';
import { createLog } from './platform/log';
import { readMailTemplates } from './platform/mail/templates';
import { createMailTransport } from './platform/mail/transport';
import { createNotifications } from './platform/notifications';
import { testHooks } from './platform/test-hooks';
import { createVault } from './platform/vault';
import { createQuitting } from './quitting';
import { guardPages } from './window/guards';
import { linkAmong } from './window/opened-links';
import { pageSource } from './window/origin';
import { registerScheme, servePages } from './window/scheme';
import { createWindows } from './window/windows';

const packaged = app.isPackaged;
closeDebuggingPort(app.commandLine, packaged, inspectorUrl() !== undefined);
const given = readArguments(process.argv);
const doctor = process.argv.includes(doctorSwitch);
const folder = prepareFolder(dataFolder(given, process.env, app.getPath('userData')), { make: !doctor });
const resources = packaged ? process.resourcesPath : join(app.getAppPath(), 'resources');
const hooks = testHooks(packaged, process.env);
const clock = offsetClock(systemClock, hooks.clockOffset);
const log = createLog(folder.logFile, clock.now, app.getAppPath());

// One process per data folder: the lock goes by Chromium's own folder, so that has to be in its place first.
app.setPath('userData', folder.profile);
app.setPath('sessionData', folder.profile);
registerScheme();
// Windows shows notifications of apps it can name; the installer says the same (electron-builder.yml).
if (process.platform === 'win32') app.setAppUserModelId('desk.atrium.app');
// Only an installed app may say that such links are its own.
if (packaged && !doctor) app.setAsDefaultProtocolClient(linkScheme);

if (doctor) {
  runDoctor({ folder: folder.path, resources, testKeychain: hooks.keychainFile });
} else if (app.requestSingleInstanceLock()) {
  process.on('uncaughtException', (error) => log.fault('uncaught', 'main', error));
  process.on('unhandledRejection', (error) => log.fault('unhandled', 'main', error));
  void app.whenReady().then(start);
} else {
  // The first process opens a window for this start.
  app.quit();
}

/** Twice a second, so that what is due happens within one. */
const tickMs = 500;

function start(): void {
  const source = pageSource(packaged, process.env['ELECTRON_RENDERER_URL']);
  const systems = systemLanguage(app.getPreferredSystemLanguages());
  guardPages(source);
  servePages(join(import.meta.dirname, '../renderer'));

  const openLink = (link: string | null) => link !== null && desk.openLink(link);
  const windows = createWindows(
    {
      source,
      language: given.language ?? systems,
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      icon: join(resources, 'icons', '512.png'),
      placementFile: folder.windowFile,
      development: !packaged,
    },
    {
      input: (windowId) => desk.input(windowId),
      closed: (windowId) => desk.windowClosed(windowId),
      crashed: (reason) => log.event('window.crashed', { reason: { code: reason } }),
    },
  );
  const desk: DeskHost = startDesk({
    folder,
    windows,
    elapsed: () => performance.now(),
    packaged,
    log,
    migrationsFolder: join(resources, 'migrations'),
    hasher: createArgon2Hasher(),
    background: inWorker(join(import.meta.dirname, 'background.js')),
    commonPasswords: readCommonPasswords(resources),
    licenceKeys: licenceKeys({ packaged, resources, appPath: app.getAppPath() }),
    mail: {
      vault: createVault({
        storage: safeStorage,
        platform: process.platform,
        testKeychain: hooks.keychainFile !== null,
      }),
      transport: createMailTransport(),
      templates: readMailTemplates(resources),
    },
    keyStore: chooseKeyStore({
      keyFile: folder.keyFile,
      testFile: hooks.keychainFile,
      storage: safeStorage,
      platform: process.platform,
      now: clock.now,
    }),
    keyTries: keyTriesFile(folder.keyTriesFile),
    anchorStore: (key, file = folder.anchorFile) => {
      const storage = hooks.keychainFile === null ? safeStorage : null;
      return fileAnchorStore(file, macKeys(key, storage, process.platform));
    },
    erasureList: () => fileErasureList(folder.erasuresFile),
    surroundings: {
      languageOverride: given.language,
      systemLanguage: systems,
      version: app.getVersion(),
      platform: knownPlatform(process.platform),
      clock,
      notifications: createNotifications(join(resources, 'icons', '512.png')),
    },
  });
  const timer = setInterval(() => !quitting.parting() && desk.tick(), tickMs);
  const quitting = createQuitting({
    desk: {
      finish: desk.finish,
      close: () => {
        clearInterval(timer);
        desk.close();
      },
    },
    windowIds: windows.ids,
    quit: () => app.quit(),
  });
  bindRequests({ router: desk.router, isOwnWindow: windows.has, origin: source.origin });
  app.on('second-instance', (_event, argv) => {
    const link = linkAmong(argv);
    if (link === null) windows.open();
    else openLink(link);
  });
  // How macOS hands a link over, to a running app and to one that starts for it.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    openLink(linkAmong([url]));
  });
  app.on('activate', () => windows.ids().length === 0 && windows.open());
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  app.on('will-quit', quitting.willQuit);
  // The page loads while the database opens: what it asks meanwhile waits for the answer.
  windows.open();
  openLink(linkAmong(process.argv));
  powerMonitor.on('lock-screen', desk.lockAll);
  powerMonitor.on('suspend', desk.lockAll);
}

function knownPlatform(name: NodeJS.Platform): AppState['platform'] {
  return name === 'darwin' || name === 'win32' ? name : 'linux';
}
