import type { Background } from '../core/background/tasks';
import { createIds } from '../core/db/ids';
import { openDatabase } from '../core/db/open';
import { runningRefusal } from '../core/db/sqlite-errors';
import type { Database } from '../core/db/types';
import type { FolderToExamine } from '../core/doctor/examine-folder';
import { settingDefaults } from '../core/domain/settings';
import { AppError, isAppError } from '../core/errors/app-error';
import type { ErrorCode } from '../core/errors/catalogue';
import { settleKeys } from '../core/key-change/change-key';
import type {
  AnchorStore,
  Announce,
  CommonPasswords,
  ErasureList,
  Hasher,
  Ids,
  LicenceKeys,
  MailPorts,
  Random,
} from '../core/ports';
import { createAnchoring } from '../core/services/audit-log/anchoring';
import { createBackups } from '../core/services/backups/create-backups';
import { createClockService } from '../core/services/clock/create-clock-service';
import { createTrustedClock, type TrustedClock } from '../core/services/clock/trusted-clock';
import { createServices } from '../core/services/create-services';
import { createErasing } from '../core/services/erasure/create-erasing';
import { eraserOver } from '../core/services/erasure/eraser';
import { createSupport } from '../core/services/support/create-support';
import { systemRandom } from '../core/system';
import type { AppFolder } from './app-folder';
import { composeClosed, withoutDatabase } from './compose-closed';
import { type Desk, openDesk } from './desk';
import { createDeskHost, type DeskHost, type Start } from './desk-host';
import { createHealth } from './health';
import { createAdmission } from './ipc/admission';
import { createAppState, type Surroundings, workingAppState } from './ipc/app-state';
import { quietDenials, withDenialsNoted } from './ipc/denials';
import { createAnnounce, type SendEvent } from './ipc/events';
import { createHandlers } from './ipc/handlers';
import { createLongJobs } from './ipc/long-jobs';
import { actorOf } from './ipc/request-context';
import { createRouter } from './ipc/router';
import type { WindowOperations } from './ipc/window-operations';
import { createKeyChange } from './key-change';
import { createMailTick } from './mail-tick';
import { migrateFirst } from './migrate-first';
import type { LockableKeyStore } from './platform/key-store/create-key-store';
import { obtainKey } from './platform/key-store/obtain-key';
import type { KeyTriesFile } from './platform/key-store/tries';
import type { Log } from './platform/log';
import { createRestoring, type Restoring } from './restore/restoring';
import { createOpenedLinks } from './window/opened-links';
import { createReminders } from './window/reminders';
import { createTimeWatch } from './window/time-watch';
import { createWindowSessions } from './window/window-sessions';

/** The windows as everything behind them sees them. */
export interface WindowsPort extends WindowOperations {
  ids(): number[];
  has(windowId: number): boolean;
  send: SendEvent;
  focus(windowId: number): void;
}

export interface Outside {
  folder: AppFolder;
  migrationsFolder: string;
  surroundings: Omit<Surroundings, 'restored'>;
  windows: WindowsPort;
  keyStore: LockableKeyStore;
  keyTries: KeyTriesFile;
  /** @param key the database's. @param file left out: beside the database */
  anchorStore: (key: Uint8Array, file?: string) => AnchorStore;
  erasureList: () => ErasureList;
  hasher: Hasher;
  /** Where whole database files are worked on. */
  background: Background;
  commonPasswords: CommonPasswords;
  licenceKeys: LicenceKeys;
  mail: MailPorts;
  /** Milliseconds that only ever go forward. */
  elapsed: () => number;
  packaged: boolean;
  log: Log;
}

/** With what outlasts the desks of this run. */
export interface Restorable extends Outside {
  surroundings: Surroundings;
  restoring: Restoring;
}

/** Opens the desk of this folder, and whatever comes after it in the same windows. */
export function startDesk(given: Outside): DeskHost {
  const restoring = createRestoring({
    ...given,
    clock: given.surroundings.clock,
    chooseBackup: given.windows.chooseBackup,
  });
  const outside = {
    ...given,
    surroundings: { ...given.surroundings, restored: restoring.restored },
    restoring,
  };
  const { folder, surroundings, windows, log } = outside;
  const ids = createIds({ clock: surroundings.clock, random: systemRandom });
  return createDeskHost({
    databasePath: folder.database,
    keyStore: outside.keyStore,
    compose: (start) => compose(outside, start),
    working: (work) =>
      withoutDatabase(outside, ids, workingAppState(surroundings, work), new AppError('app.working')),
    windows,
    refusalOf(where, error) {
      if (isAppError<ErrorCode>(error)) return error;
      const id = ids.next();
      log.fault(id, where, error);
      return new AppError('request.failed', { id }, { cause: error });
    },
  });
}

/** The one place where everything is put together. Never fails: a database that can't be used makes a desk that says so. */
async function compose(outside: Restorable, start: Start): Promise<Desk> {
  const clock = createTrustedClock({ wall: outside.surroundings.clock, elapsed: outside.elapsed });
  const random = systemRandom;
  const ids = createIds({ clock, random });
  try {
    outside.restoring.finish();
    return await composeOpen(outside, { clock, random, ids }, start);
  } catch (error) {
    return composeClosed(outside, ids, start, error);
  }
}

interface System {
  clock: TrustedClock;
  random: Random;
  ids: Ids;
}

async function composeOpen(outside: Restorable, system: System, start: Start): Promise<Desk> {
  const { folder, migrationsFolder, background } = outside;
  const path = folder.database;
  const key = await obtainKey(outside.keyStore, path, system.random);
  await settled(outside, key, system, start);
  await migrateFirst({
    ...{ path, key, migrationsFolder, backupsFolder: folder.backups, background, report: start.report },
    clock: outside.surroundings.clock,
  });
  const db = openDatabase({ path, key, ...system, migrationsFolder });
  try {
    return await composeOver(outside, db, key, system, start);
  } catch (error) {
    // Damage deeper than the first pages shows when something is read. The file is left to whoever mends it.
    db.close();
    throw runningRefusal(error, path) ?? error;
  }
}

/** A change of keys may not be over yet; what can't be done of it now is tried at the next start. */
async function settled(outside: Outside, key: Uint8Array, { ids }: System, { report }: Start): Promise<void> {
  const { folder, keyStore, background, anchorStore } = outside;
  try {
    await settleKeys(key, {
      databasePath: folder.database,
      ownFolder: folder.backups,
      ...{ keyStore, background, anchorStore },
      progress: (share) => report('changingKey', share),
    });
  } catch (error) {
    outside.log.fault(ids.next(), 'settle keys', error);
  }
}

async function composeOver(
  outside: Restorable,
  db: Database,
  key: Uint8Array,
  { clock, random, ids }: System,
  { reopen }: Start,
): Promise<Desk> {
  const { folder, windows, surroundings, packaged, background, keyStore, keyTries, migrationsFolder } =
    outside;

  // Services announce to windows, and windows hold sessions of services: the announcement is bound a line later.
  const services = createServices({
    db,
    clock,
    ids,
    random,
    hasher: outside.hasher,
    commonPasswords: outside.commonPasswords,
    licenceKeys: outside.licenceKeys,
    mail: outside.mail,
    announce: (change) => announce(change),
  });
  const { sessions, organisation, auditLog, directory, licence, due } = services;
  const accessSettings = () => organisation.current() ?? settingDefaults;
  const windowSessions = createWindowSessions({
    sessions,
    isOpen: windows.has,
    changed: (windowId, change) => {
      if (change.reason === 'ended') windows.setLanguage(windowId, null);
      windows.send(windowId, 'session.changed', change);
    },
  });
  const timeWatch = createTimeWatch({
    unlocked: windowSessions.unlocked,
    figures: (held) => directory.statistics(actorOf(held)),
    settings: accessSettings,
    changed: (windowId) => windows.send(windowId, 'directory.changed', {}),
  });
  const reminders = createReminders({
    now: clock.now,
    windowIds: windows.ids,
    current: windowSessions.current,
    settings: accessSettings,
    preferences: sessions.preferences,
    language: ({ language }) => surroundings.languageOverride ?? language ?? surroundings.systemLanguage,
    coming: (held, after, until) => directory.countResendable(actorOf(held), after, until),
    notifications: surroundings.notifications,
    windowsOf: windowSessions.windowsOf,
    focus: windows.focus,
    send: windows.send,
  });
  const tell = createAnnounce({
    windowSessions,
    windowIds: windows.ids,
    settings: accessSettings,
    send: windows.send,
  });
  const announce: Announce = (change) => {
    if (change.kind === 'directory') timeWatch.written();
    if (change.kind === 'backups') noteBackupFolder();
    tell(change);
  };
  const openedLinks = createOpenedLinks({
    windowIds: windows.ids,
    open: windows.open,
    isSignedIn: (windowId) => windowSessions.current(windowId) !== null,
    focus: windows.focus,
    send: windows.send,
  });
  const health = createHealth({
    databasePath: folder.database,
    announce,
    found: (refusal) => outside.log.fault(ids.next(), 'health', refusal),
  });
  const log: Log = {
    ...outside.log,
    fault(id, where, error) {
      health.refusalOf(error);
      outside.log.fault(id, where, error);
    },
  };
  /** A backup reads every page, and on schedule nobody asked for it who would be told. */
  const watched: Background = async (...task) => {
    try {
      return await background(...task);
    } catch (error) {
      health.refusalOf(error);
      throw error;
    }
  };
  const clockService = createClockService({ db, announce, trusted: clock, wall: surroundings.clock });
  clockService.load();
  const anchoring = createAnchoring({
    db,
    clock,
    announce,
    store: outside.anchorStore(key),
    elapsed: outside.elapsed,
  });
  const backups = createBackups({
    ...{ db, key, clock, announce, ownFolder: folder.backups },
    background: watched,
    elapsed: outside.elapsed,
    fault(error) {
      const id = ids.next();
      outside.log.fault(id, 'backups', error);
      return id;
    },
  });
  const noteBackupFolder = () => {
    const { path, own } = backups.folder();
    quietly('backups', () => outside.restoring.noteFolder(own ? null : path));
  };
  noteBackupFolder();
  quietly('anchor', anchoring.start);
  const erasing = createErasing({ ...eraserOver(db, announce), list: outside.erasureList() });
  quietly('erasures', erasing.start);
  await licence.load();
  quietly('key', () => {
    services.key.noteTries(keyTries.current());
    keyTries.clear();
  });
  // What came due while the app wasn't running, before anybody can sign in.
  quietly('due', due.run);
  // Nobody holds their tokens any more. A full disk is no reason to keep everybody from reading.
  quietly('leftovers', sessions.endLeftovers);

  /** What fails here is tried again on the tick, or found by a verification; it is no reason to keep everybody out. */
  function quietly(where: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      log.fault(ids.next(), where, error);
    }
  }

  const appState = createAppState({
    surroundings: { ...surroundings, clock },
    organisation: organisation.current,
    windowSessions,
    sessions,
  });
  /** The desk as the doctor sees it from within: the key is at hand, and the anchor read. */
  function patient(): FolderToExamine {
    const { anchor, state } = anchoring.kept();
    return {
      folder: folder.path,
      migrationsFolder: outside.migrationsFolder,
      versions: {
        app: surroundings.version,
        electron: process.versions['electron'] ?? null,
        chromium: process.versions['chrome'] ?? null,
      },
      key: { kind: keyStore.hasPassphrase() ? 'passphrase' : keyStore.kind, readable: true },
      databaseKey: key,
      kept: { anchor, state: state.state },
      now: surroundings.clock.now(),
    };
  }

  const denied = quietDenials({ auditLog, log, ids });
  const handlers = createHandlers({
    services,
    clock: clockService,
    anchoring,
    backups,
    support: createSupport({ db, background, patient }),
    health,
    longJobs: createLongJobs({ current: windowSessions.current, has: windows.has, send: windows.send }),
    appState,
    windowSessions,
    windows,
    send: windows.send,
    openedLinks,
    keyStore,
    databasePath: folder.database,
    reopen,
    changeKey: createKeyChange({
      databasePath: folder.database,
      backupsFolder: folder.backups,
      ...{ migrationsFolder, background, random, clock, reopen },
    }),
    restoring: outside.restoring,
    deskToRestore: () => ({ state: organisation.current() === null ? 'empty' : 'whole', reopen }),
  });
  const admit = createAdmission({
    windowSessions,
    organisation: organisation.current,
    denied: (actor, permission) => denied(actor, { permission }),
  });
  const router = createRouter({
    handlers: withDenialsNoted(handlers, denied),
    admit,
    ids,
    log,
    refusalOf: health.refusalOf,
    checkAnswers: !packaged,
  });
  return openDesk({
    router,
    key,
    windowSessions,
    timeWatch,
    reminders,
    openedLinks,
    clock: clockService,
    dueWork: due,
    mail: createMailTick({ mail: services.mail, clock, log, newId: () => ids.next() }),
    anchoring,
    erasing,
    backups,
    idleLockMinutes: () => (organisation.current() ?? settingDefaults).idleLockMinutes,
    close: () => db.close(),
    log,
    newId: () => ids.next(),
  });
}
