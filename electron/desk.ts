import type { Anchoring } from '../core/services/audit-log/anchoring';
import type { BackupService } from '../core/services/backups/create-backups';
import type { Erasing } from '../core/services/erasure/create-erasing';
import type { Router } from './ipc/router';
import type { MailTick } from './mail-tick';
import type { Log } from './platform/log';
import { createIdleLock } from './window/idle-lock';
import type { OpenedLinks } from './window/opened-links';
import type { Reminders } from './window/reminders';
import type { TimeWatch } from './window/time-watch';
import type { WindowSessions } from './window/window-sessions';

/** What the app's lifecycle needs of everything behind it, whether the database could be opened or not. */
export interface Desk {
  router: Router;
  /** The key its database is open with; `null`: it isn't open. */
  key: Uint8Array | null;
  /** Somebody is at that window. */
  input(windowId: number): void;
  windowClosed(windowId: number): void;
  /** The system opened an invitation's link with this app. */
  openLink(link: string): void;
  /** The computer was locked or goes to sleep. */
  lockAll(): void;
  /** Nobody is signed in at any window from now on. The next opening notes the end of their sessions. */
  endSessions(): void;
  /** Twice a second. */
  tick(): void;
  /** Settles once a mail that is going out and a backup that is being made are through: before quitting. `null`: none is. */
  finish(): Promise<void> | null;
  close(): void;
}

interface Parts {
  router: Router;
  key: Uint8Array;
  windowSessions: WindowSessions;
  timeWatch: Pick<TimeWatch, 'tick'>;
  reminders: Reminders;
  openedLinks: OpenedLinks;
  /** What time alone makes necessary. */
  dueWork: { run(): void };
  mail: MailTick;
  clock: { timePasses(): void };
  anchoring: Pick<Anchoring, 'tick' | 'close'>;
  erasing: Pick<Erasing, 'tick' | 'close'>;
  backups: Pick<BackupService, 'schedule' | 'settled' | 'stop'>;
  /** Settings → Security. */
  idleLockMinutes: () => number;
  close: () => void;
  log: Pick<Log, 'fault'>;
  newId: () => string;
}

export function openDesk(parts: Parts): Desk {
  const {
    router,
    key,
    windowSessions,
    timeWatch,
    reminders,
    openedLinks,
    clock,
    dueWork,
    mail,
    anchoring,
    erasing,
    backups,
    idleLockMinutes,
    close,
  } = parts;
  const idle = createIdleLock({
    elapsed: () => performance.now(),
    after: () => idleLockMinutes() * 60_000,
    lock: windowSessions.lock,
  });
  const guarded = quietly(parts);
  return {
    router,
    key,
    input(windowId) {
      idle.noteInput(windowId);
      windowSessions.noteUse(windowId);
    },
    windowClosed(windowId) {
      idle.closed(windowId);
      openedLinks.closed(windowId);
      guarded('window.closed', () => windowSessions.closed(windowId));
    },
    openLink: openedLinks.offer,
    lockAll: windowSessions.lockAll,
    endSessions: windowSessions.forgetAll,
    tick() {
      // Each by itself: a full disk must not keep windows from locking.
      guarded('idle', idle.tick);
      guarded('clock', clock.timePasses);
      guarded('due', dueWork.run);
      guarded('mail', mail.tick);
      guarded('sessions', windowSessions.tick);
      guarded('time', timeWatch.tick);
      guarded('reminders', reminders.tick);
      guarded('erasures', erasing.tick);
      guarded('anchor', anchoring.tick);
      guarded('backups', backups.schedule.tick);
    },
    finish() {
      const endings = [mail.finish(), backups.settled()].filter((ending) => ending !== null);
      return endings.length === 0 ? null : Promise.all(endings).then(() => undefined);
    },
    close() {
      mail.stop();
      guarded('erasures', erasing.close);
      backups.stop();
      guarded('anchor', anchoring.close);
      close();
    },
  };
}

/** The desk when the database can't be used: it answers, and there is nothing else to do. */
export function closedDesk(router: Router): Desk {
  const nothing = () => undefined;
  return {
    router,
    key: null,
    input: nothing,
    windowClosed: nothing,
    openLink: nothing,
    lockAll: nothing,
    endSessions: nothing,
    tick: nothing,
    finish: () => null,
    close: nothing,
  };
}

/** What nobody asked for can't be answered either: it is logged, once until it works again, and never thrown. */
function quietly({ log, newId }: Pick<Parts, 'log' | 'newId'>) {
  const failing = new Set<string>();
  return (where: string, work: () => void): void => {
    try {
      work();
      failing.delete(where);
    } catch (error) {
      if (!failing.has(where)) log.fault(newId(), where, error);
      failing.add(where);
    }
  };
}
