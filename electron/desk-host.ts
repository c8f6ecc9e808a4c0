import { statSync } from 'node:fs';
import type { EventPayload } from '../core/contract/events';
import { AppError } from '../core/errors/app-error';
import type { KeyStore } from '../core/ports';
import type { Desk } from './desk';
import type { Work } from './ipc/app-state';
import type { SendEvent } from './ipc/events';
import type { Router } from './ipc/router';

export type Doing = Work['doing'];

/** Says what is being done now; `progress`: how much of it is, 0 to 1. */
export type Report = (doing: Doing, progress?: number) => void;

/** The desk's files while nobody has them open. */
export interface ClosedDesk {
  /** The database; its log is gone. */
  path: string;
  /** The key it was open with; `null`: it couldn't be opened. */
  key: Uint8Array | null;
  /** Where the next opening gets its key from. */
  keyStore: KeyStore;
  report: Report;
}

/**
 * Closes the desk, has `work` done on its files, and opens whatever is there then, in the same windows. Sessions end. When
 * `work` throws, what was there before is opened again and the error is thrown on: so it has to leave the files as they were,
 * or whole. Error: `app.working` while something else is being done.
 */
export type Reopen = <T>(doing: Doing, work: (closed: ClosedDesk) => Promise<T>) => Promise<T>;

/** What composing a desk gets from its host. */
export interface Start {
  report: Report;
  reopen: Reopen;
}

interface Parts {
  databasePath: string;
  keyStore: KeyStore;
  /** Never fails: what can't be opened makes a desk that says so. */
  compose: (start: Start) => Promise<Desk>;
  /** Answers what a window has to show while there is no desk, and refuses the rest. */
  working: (current: () => Work) => Router;
  windows: { ids(): number[]; send: SendEvent; setLanguage(windowId: number, language: null): void };
  /** Makes a refusal of any error; what nobody meant goes to the log. */
  refusalOf: (where: string, error: unknown) => AppError;
}

/** The desk there is now, for everything that outlasts it: windows, ticks, the system's events. */
export interface DeskHost
  extends Pick<Desk, 'router' | 'input' | 'windowClosed' | 'openLink' | 'lockAll' | 'tick'> {
  /** Settles when the app may end: files that are being worked on are whole again, a mail that is going out is through. */
  finish(): Promise<void> | null;
  close(): void;
  reopen: Reopen;
  /** Settles when the first desk is there. */
  opened: Promise<void>;
}

/** An opening that takes longer than so many ms says what it does; a shorter one is only waited for. */
const patienceMs = 300;
/** Requests that are under way when the desk closes may end first, ms at most. */
const lingerMs = 3000;

type Outcome = EventPayload<'app.changed'>['outcome'];

/** Opens the desk, and holds it while it is open. */
export function createDeskHost(parts: Parts): DeskHost {
  const { databasePath, keyStore, compose, windows, refusalOf } = parts;
  let desk: Desk | null = null;
  let work: Work = { doing: 'opening', progress: null };
  let busy: Promise<void> | null = null;
  /** `null`: requests wait, and are woken. */
  let answering: Router | null = null;
  let waiting: (() => void)[] = [];
  let underWay = 0;
  /** A link that came while there was no desk. */
  let early: string | null = null;
  const whileWorking = parts.working(() => work);

  function answerBy(router: Router | null): void {
    answering = router;
    if (router === null) return;
    for (const go of waiting) go();
    waiting = [];
  }

  function tell(outcome: Outcome): void {
    for (const windowId of windows.ids()) windows.send(windowId, 'app.changed', { outcome });
  }

  /** Windows say what is being done. */
  function show(): void {
    if (answering === whileWorking) return;
    answerBy(whileWorking);
    tell(null);
  }

  let patience: NodeJS.Timeout | undefined;
  const report: Report = (doing, progress) => {
    const next = doing !== work.doing;
    work = { doing, progress: progress ?? null };
    if (answering === null) patience ??= setTimeout(show, patienceMs);
    else if (next && answering === whileWorking) tell(null);
  };

  /** @param reopened what windows are told; `null`: at a start nobody waits for more than an answer. */
  async function open(reopened: { outcome: Outcome } | null): Promise<void> {
    const opened = await compose({ report, reopen });
    clearTimeout(patience);
    patience = undefined;
    desk = opened;
    busy = null;
    if (early !== null) opened.openLink(early);
    early = null;
    const shown = answering === whileWorking;
    answerBy(counted(opened.router));
    if (reopened !== null || shown) tell(reopened?.outcome ?? null);
  }

  function counted(router: Router): Router {
    return async (request) => {
      underWay += 1;
      try {
        return await router(request);
      } finally {
        underWay -= 1;
      }
    };
  }

  /** Nobody is let in any more; what is under way ends, all but the request that asked for this; then the file closes. */
  async function close(closing: Desk): Promise<void> {
    desk = null;
    closing.endSessions();
    // A backup has the file open, too, until it is through.
    await Promise.all([closing.finish(), Promise.race([others(), pause(lingerMs)])]);
    closing.close();
    // What couldn't be opened may have a log that nobody can bring in; nobody has it open either.
    if (closing.key === null) return;
    if ((statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
      throw new AppError('database.busy');
  }

  async function others(): Promise<void> {
    while (underWay > 1) await pause(20);
  }

  const reopen: Reopen = async (doing, act) => {
    const closing = desk;
    if (busy !== null || closing === null) throw new AppError('app.working');
    let done = () => {};
    busy = new Promise((resolve) => {
      done = resolve;
    });
    work = { doing, progress: null };
    if (doing === 'opening') answerBy(null);
    else show();
    const { key } = closing;
    let refusal: AppError | null = null;
    try {
      await close(closing);
      return await act({ path: databasePath, key, keyStore, report });
    } catch (error) {
      refusal = refusalOf(doing, error);
      throw refusal;
    } finally {
      for (const windowId of windows.ids()) windows.setLanguage(windowId, null);
      const did = doing === 'restoring' || doing === 'changingKey' ? doing : null;
      await open({ outcome: did && { did, error: refusal?.toWire() ?? null } });
      done();
    }
  };

  const opened = open(null);
  busy = opened;
  return {
    router: async (request) => {
      while (answering === null) await new Promise<void>((go) => waiting.push(go));
      return answering(request);
    },
    input: (windowId) => desk?.input(windowId),
    windowClosed: (windowId) => desk?.windowClosed(windowId),
    openLink(link) {
      if (desk === null) early = link;
      else desk.openLink(link);
    },
    lockAll: () => desk?.lockAll(),
    tick: () => desk?.tick(),
    finish: () => busy ?? desk?.finish() ?? null,
    close: () => desk?.close(),
    reopen,
    opened,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
