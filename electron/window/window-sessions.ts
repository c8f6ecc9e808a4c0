import type { EventPayload } from '../../core/contract/events';
import type { Role } from '../../core/domain/role';
import type { SessionEnd } from '../../core/ports';
import type { HeldSession, Sessions } from '../../core/services/sessions/types';

type SessionChange = EventPayload<'session.changed'>;

/** A session as it stands right now: open, its grant renewed when that was due. */
export interface CurrentSession {
  readonly held: HeldSession;
  readonly locked: boolean;
  /** The role in the database, which may already be another than the grant's. */
  readonly storedRole: Role;
}

interface Entry {
  held: HeldSession;
  locked: boolean;
}

interface Parts {
  sessions: Pick<Sessions, 'check' | 'renew' | 'touch' | 'end'>;
  isOpen: (windowId: number) => boolean;
  /** Tells a window that its own state changed. */
  changed: (windowId: number, change: SessionChange) => void;
}

export type WindowSessions = ReturnType<typeof createWindowSessions>;

/**
 * Which session belongs to which window. Held in main's memory only: no token ever enters a window, and a session is
 * over when its window is.
 */
export function createWindowSessions({ sessions, isOpen, changed }: Parts) {
  const entries = new Map<number, Entry>();
  const used = new Set<number>();

  function drop(windowId: number, why: SessionEnd): void {
    entries.delete(windowId);
    changed(windowId, { reason: 'ended', ended: tellable(why) });
  }

  /** Ends the session of a window by the person's own act. Forgotten first, so that its end comes as no surprise. */
  function leave(windowId: number): void {
    const entry = entries.get(windowId);
    entries.delete(windowId);
    if (entry) sessions.end(entry.held.sessionId, 'signedOut');
  }

  /** Renews the grant when it is over. Not while locked: nobody is there to use it. */
  function renewed(windowId: number, entry: Entry): HeldSession | null {
    if (entry.locked) return entry.held;
    const next = sessions.renew(entry.held);
    if (next === null) return null;
    const before = entry.held;
    entry.held = next;
    if (!sameRights(before, next)) changed(windowId, { reason: 'renewed', ended: null });
    return next;
  }

  /** Does nothing where nobody is signed in. A person who still has to choose a password can be locked out too. */
  function lock(windowId: number): void {
    const entry = entries.get(windowId);
    if (entry === undefined || entry.locked) return;
    entry.locked = true;
    changed(windowId, { reason: 'locked', ended: null });
  }

  function current(windowId: number): CurrentSession | null {
    const entry = entries.get(windowId);
    if (entry === undefined) return null;
    const check = sessions.check(entry.held.sessionId);
    if (!check.live) {
      drop(windowId, check.why);
      return null;
    }
    const held = renewed(windowId, entry);
    if (held === null) {
      // Whoever ended it may have told this window already.
      if (entries.get(windowId) === entry) drop(windowId, 'expired');
      return null;
    }
    return { held, locked: entry.locked, storedRole: check.storedRole };
  }

  return {
    /** A window that is gone takes its session with it. */
    closed(windowId: number): void {
      used.delete(windowId);
      leave(windowId);
    },

    /** The session of a window, checked against the database and renewed when due; `null` when nobody is signed in. */
    current,

    /** Signs a person in at a window. An earlier session there ends; one for a window closed meanwhile never starts. */
    start(windowId: number, held: HeldSession): void {
      leave(windowId);
      if (isOpen(windowId)) entries.set(windowId, { held, locked: false });
      else sessions.end(held.sessionId, 'signedOut');
    },

    /** The forced change is done. Only that is taken over: the grant may have been renewed while it was being done. */
    passwordChosen(windowId: number, sessionId: string): void {
      const entry = entries.get(windowId);
      if (entry?.held.sessionId === sessionId) entry.held = { ...entry.held, passwordDue: false };
    },

    signOut: leave,

    lock,

    lockAll(): void {
      for (const windowId of entries.keys()) lock(windowId);
    },

    /** Only for the session whose password was given. The grant stays as old as it is. */
    unlock(windowId: number, sessionId: string): void {
      const entry = entries.get(windowId);
      if (entry?.held.sessionId === sessionId) entry.locked = false;
    },

    /** Sessions that were ended elsewhere: their windows go back to the sign-in screen at once. */
    ended(sessionIds: readonly string[], why: SessionEnd): void {
      for (const [windowId, entry] of entries) {
        if (sessionIds.includes(entry.held.sessionId)) drop(windowId, why);
      }
    },

    /** The database is about to be closed: what was open is a leftover to its next opening. */
    forgetAll(): void {
      entries.clear();
    },

    /** Somebody used the window: noted for "Last Activity" at the next tick. */
    noteUse(windowId: number): void {
      used.add(windowId);
    },

    /** Every now and then: ends what is over, renews what is due, notes who was there. */
    tick(): void {
      for (const windowId of [...entries.keys()]) {
        const session = current(windowId);
        if (session !== null && !session.locked && used.delete(windowId)) sessions.touch(session.held);
      }
    },

    /** Windows with an unlocked session, and what it may do. */
    unlocked(): { windowId: number; held: HeldSession }[] {
      return [...entries]
        .filter(([, entry]) => !entry.locked)
        .map(([windowId, { held }]) => ({ windowId, held }));
    },

    /** Windows where that person is signed in. */
    windowsOf(userId: string): number[] {
      return [...entries].filter(([, { held }]) => held.userId === userId).map(([windowId]) => windowId);
    },
  };
}

function sameRights(a: HeldSession, b: HeldSession): boolean {
  const sites = (held: HeldSession) => [...held.grant.siteIds].sort().join();
  return a.grant.role === b.grant.role && sites(a) === sites(b);
}

/** Reasons the sign-in screen has a sentence for. */
function tellable(why: SessionEnd): SessionChange['ended'] {
  const untold = why === 'signedOut' || why === 'restarted' || why === 'restored' || why === 'reused';
  return untold ? null : why;
}
